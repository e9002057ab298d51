"""From bytes to documents: the only room that touches files and, later, the network."""

from tracker.documents.build import ReadOptions, build_document
from tracker.documents.model import Document, DocumentFailure, Metadata
from tracker.documents.read import SUFFIXES, document_from_bytes, read_document, read_documents

__all__ = [
    "SUFFIXES",
    "Document",
    "DocumentFailure",
    "Metadata",
    "ReadOptions",
    "build_document",
    "document_from_bytes",
    "read_document",
    "read_documents",
]
