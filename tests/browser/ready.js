// The panel first shows one empty cell and an idle kernel: wait for the document and its session.
const done = arguments[arguments.length - 1];
(async () => {
  const sleep = time => new Promise(wake => setTimeout(wake, time));
  let panel;
  while (!(panel = window.jupyterapp?.shell?.currentWidget)?.sessionContext) await sleep(100);
  await panel.context.ready; await panel.sessionContext.ready; await panel.revealed;
  while (!panel.sessionContext.session?.kernel) await sleep(100);
  const kernel = panel.sessionContext.session.kernel;
  await kernel.info;
  while (kernel.status !== 'idle') await sleep(100);
  const cells = '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell';
  while (document.querySelectorAll(cells).length < panel.content.model.cells.length) await sleep(100);
  done(kernel.name);
})();
