"""How `make notebooks` has nbconvert execute the study, so that doing it again changes nothing."""


def forget_python_version(notebook, resources):
    """Drop the one line of an executed notebook that names the Python that ran it."""
    notebook.metadata.get("language_info", {}).pop("version", None)
    return notebook, resources


c.NotebookExporter.preprocessors = [forget_python_version]
c.ExecutePreprocessor.record_timing = False  # or each cell keeps the times of its run
c.ExecutePreprocessor.timeout = 600  # seconds for one cell
c.KernelManager.transport_encryption = "auto"  # or each start warns of an unencrypted line
