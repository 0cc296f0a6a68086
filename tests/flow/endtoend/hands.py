"""Real keys and mouse, through the X server."""

import subprocess


def _xdotool(*arguments):
    subprocess.run(["xdotool", *arguments], check=True)


def press(*keys):
    """Keys by their X names: press("ctrl+q"), press("Tab", "Tab")."""
    _xdotool("key", "--delay", "15", "--clearmodifiers", *keys)


def type_text(text):
    _xdotool("type", "--delay", "15", "--clearmodifiers", "--", text)


def click_at(x, y):
    _xdotool("mousemove", str(x), str(y), "click", "1")
