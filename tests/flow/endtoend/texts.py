"""The window's texts in a language, from the program's own translation files: what they lack the window cannot show."""

import glob
import os
import re
import xml.etree.ElementTree as ElementTree

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../resources/translations")
HANGUL = re.compile("[\uac00-\ud7a3]")


class Texts:
    """English is what stands in the sources; any other language is read from its .ts files."""

    def __init__(self, language):
        self._language = language
        self._known = {}
        for path in glob.glob(os.path.join(FOLDER, language, "*.ts")):
            for context in ElementTree.parse(path).iter("context"):
                for message in context.iter("message"):
                    self._add(context.findtext("name"), message)

    def _add(self, context, message):
        translation = message.find("translation")
        if translation is None or translation.get("type"):
            return
        form = translation.find("numerusform")
        text = (form if form is not None else translation).text
        if text:
            # The context with and without its namespaces.
            for name in (context, context.split("::")[-1]):
                self._known[name, message.findtext("source")] = text

    def __call__(self, context, source):
        text = source if self._language == "en" else self._known.get((context, source))
        if text is None:
            raise AssertionError(f"{self._language}: no translation of {source!r} in {context}")
        return re.sub(r"\s*\(&.\)", "", text).replace("&", "")

    def pattern(self, context, source):
        """The text as an expression in which each %1 or %n is a group."""
        parts = re.split(r"%(?:[1-9]|n)", self(context, source))
        return re.compile("^" + "(.+)".join(re.escape(part) for part in parts) + "$", re.DOTALL)
