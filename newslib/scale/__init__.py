"""Many stories: the same tables over Dask, to Parquet. The only place that knows Dask."""

from newslib.scale.lazy import table_over_dask
from newslib.scale.writing import write_tables

__all__ = ["table_over_dask", "write_tables"]
