// What a notebook's model holds, and what its page shows. Errors and counts are read from the model:
// JupyterLab gives a traceback on the page the same type as any words to stderr.
const panel = window.jupyterapp?.shell?.currentWidget;
const page = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook');
if (!page || !panel?.content?.model) return null;
const code = [...panel.content.model.cells].filter(cell => cell.type === 'code').map(cell => cell.toJSON());
const outputs = code.flatMap(cell => cell.outputs);
const images = [...page.querySelectorAll('.jp-OutputArea-output img')];
return {
  counts: code.map(cell => cell.execution_count),
  kernel: panel.sessionContext?.session?.kernel?.status ?? null,
  errors: outputs.filter(o => o.output_type === 'error').map(o => `${o.ename}: ${o.evalue}`),
  streams: outputs.filter(o => o.output_type === 'stream').map(o => [].concat(o.text).join('')),
  pictures: outputs.filter(o => o.data && 'image/png' in o.data).length,
  shown: images.map(i => ({alt: i.alt, drawn: i.complete && i.naturalWidth > 0})),
  stories: page.querySelectorAll('.newslib-story .text').length,
  marks: page.querySelectorAll('.newslib-story .text span[title]').length,
  expected_stories: outputs.filter(o => o.data && [].concat(o.data['text/html'] ?? '').join('').includes('class="newslib-story')).length,
  tables: page.querySelectorAll('.jp-OutputArea-output table').length,
  outputs: JSON.stringify(outputs),
  dialogs: [...document.querySelectorAll('.jp-Dialog')].map(d => d.textContent.slice(0, 200)),
};
