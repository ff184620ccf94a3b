"""The formats that can be imported: each module offers one `importer`."""
