"""Reports as sentences, for pages and for a terminal. No figure is worked out here."""

from reports.wording.documents import document_in_words

__all__ = ["document_in_words"]
