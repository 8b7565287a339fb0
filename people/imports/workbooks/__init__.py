"""XLSX workbooks, taken apart with care before their first sheet is read."""
