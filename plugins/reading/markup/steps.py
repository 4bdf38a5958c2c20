"""A step before the converter's own: a change of the whole text."""

from markdown.preprocessors import Preprocessor


class TextStep(Preprocessor):
    """Changes a text; the lean converter calls `change` itself, and does not divide the text into lines for it."""

    def change(self, text: str) -> str:
        """Return the text changed."""
        raise NotImplementedError

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines of the changed text."""
        return self.change("\n".join(lines)).split("\n")
