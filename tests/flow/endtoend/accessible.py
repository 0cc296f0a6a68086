"""What the program shows, as an assistive technology sees it.

Everything is read afresh: without a main loop the library's cache would never hear of a change.
"""

import os
import shutil
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (the version must be named first)

import hands  # noqa: E402

CALL_TIMEOUT = 2000  # ms

# A call whose answer does not come is to fail soon, and to be made again; the library's own patience is 15 s.
Atspi.set_timeout(CALL_TIMEOUT, CALL_TIMEOUT)

Role = Atspi.Role
State = Atspi.StateType

# Those of whom the focus is told as it is. With tables and lists it is told of a cell, with menus of an entry.
FOCUSED_BY_THEMSELVES = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON, Role.CHECK_BOX, Role.RADIO_BUTTON, Role.TEXT,
                         Role.PASSWORD_TEXT, Role.LINK, Role.COMBO_BOX)

DEADLINE = 30.0
INTERVAL = 0.05
FOCUS_DEADLINE = 5.0


class Failure(AssertionError):
    """Something that should be seen is not."""


def settle():
    """Lets the library handle what has arrived on the bus."""
    context = GLib.MainContext.default()
    while context.pending():
        context.iteration(False)


def has(widget, state):
    return widget.get_state_set().contains(state)


def is_showing(widget):
    return has(widget, State.SHOWING)


def is_focused(widget):
    return has(widget, State.FOCUSED)


def is_enabled(widget):
    return has(widget, State.ENABLED)


def extents(widget):
    """Rectangle on the screen, in pixels."""
    return Atspi.Component.get_extents(widget, Atspi.CoordType.SCREEN)


def text_of(widget):
    """What stands in the widget: its text where it has one, else its name."""
    try:
        return Atspi.Text.get_text(widget, 0, Atspi.Text.get_character_count(widget))
    except GLib.Error:
        return widget.get_name()


def children(widget):
    for index in range(widget.get_child_count()):
        child = widget.get_child_at_index(index)
        if child is not None:
            yield child


def walk(widget, hidden=False):
    """The widget and everything below it; hidden branches only if wanted. Cells of tables are left out."""
    role = widget.get_role()
    if not hidden and role != Role.APPLICATION and not is_showing(widget):
        return
    yield widget
    if role in (Role.TABLE, Role.TREE, Role.TREE_TABLE, Role.LIST):
        return
    for child in children(widget):
        yield from walk(child, hidden)


def is_below(widget, ancestor):
    while widget is not None and widget != ancestor:
        widget = widget.get_parent()
    return widget is not None


def cells(table):
    """Texts of a table or tree as shown, a list per row."""
    rows, columns = Atspi.Table.get_n_rows(table), Atspi.Table.get_n_columns(table)
    return [[Atspi.Table.get_accessible_at(table, row, column).get_name() for column in range(columns)]
            for row in range(rows)]


def describe(widget):
    box = extents(widget)
    states = [name for name, state in (("focused", State.FOCUSED), ("focusable", State.FOCUSABLE),
                                       ("disabled", State.ENABLED), ("checked", State.CHECKED))
              if has(widget, state) == (name != "disabled")]
    return f"{widget.get_role_name()} {widget.get_name()!r} {' '.join(states)} at {box.x},{box.y} {box.width}x{box.height}"


def screenshot(name):
    """Keeps a picture in the folder that POOLSCOPE_PICTURES names, if any."""
    folder = os.environ.get("POOLSCOPE_PICTURES")
    if folder and shutil.which("import"):
        subprocess.run(["import", "-window", "root", os.path.join(folder, name + ".png")], check=False)


def wait_for(what, condition, seconds=DEADLINE):
    """The first true value of the condition. A widget that goes while it is looked at is looked for again."""
    end = time.monotonic() + seconds
    trouble = None
    while True:
        settle()
        try:
            if found := condition():
                return found
        except GLib.Error as error:
            trouble = error
        if time.monotonic() > end:
            screenshot("failure")
            raise Failure(f"not within {seconds:.0f} s: {what}" + (f" ({trouble})" if trouble else ""))
        time.sleep(INTERVAL)


def click(widget):
    """Clicks the widget's middle, as soon as the widget stands still and can be clicked."""
    seen = []

    def still():
        box = extents(widget)
        seen.append((box.x, box.y, box.width, box.height))
        ready = is_showing(widget) and is_enabled(widget) and box.width > 0
        return seen[-1] if ready and seen[-2:-1] == seen[-1:] else None

    x, y, width, height = wait_for("a widget that can be clicked", still)
    hands.click_at(x + width // 2, y + height // 2)


class Application:
    """The accessible side of one running program."""

    def __init__(self, pid, alive):
        self._pid = pid
        self._alive = alive
        self._root = wait_for("the program on the accessibility bus", self._find_root)
        self._told = None  # the widget that was last told to have the focus
        self._listener = Atspi.EventListener.new(self._focus_told)
        self._listener.register("object:state-changed:focused")

    def _find_root(self):
        if not self._alive():
            raise Failure("the program has ended")
        for candidate in children(Atspi.get_desktop(0)):
            if candidate.get_process_id() == self._pid:
                return candidate
        return None

    def root(self):
        if not self._alive():
            raise Failure("the program has ended")
        self._root.set_cache_mask(Atspi.Cache.NONE)
        self._root.clear_cache()
        return self._root

    def everything(self, within=None, hidden=False):
        return walk(within or self.root(), hidden)

    def find_all(self, role=None, name=None, within=None, where=None):
        """Visible widgets. A name may be a text, a compiled expression or a predicate."""
        return [widget for widget in self.everything(within)
                if (role is None or widget.get_role() == role) and _matches(widget.get_name(), name)
                and (where is None or where(widget))]

    def find(self, role=None, name=None, within=None, where=None):
        found = self.find_all(role, name, within, where)
        return found[0] if found else None

    def wait(self, role=None, name=None, within=None, where=None, seconds=DEADLINE):
        what = f"{role.value_nick if role else 'widget'} {getattr(name, 'pattern', name)!r}"
        return wait_for(what, lambda: self.find(role, name, within, where), seconds)

    def wait_gone(self, role=None, name=None, within=None, where=None):
        wait_for(f"{role} {name!r} gone", lambda: self.find(role, name, within, where) is None)

    def _focus_told(self, event):
        if event.detail1 == 1:
            self._told = event.source

    def _still_told(self):
        """What was told last, where it can be believed: to look at every widget takes a thousand calls."""
        widget = self._told
        try:
            if widget is None or widget.get_process_id() != self._pid or widget.get_role() not in FOCUSED_BY_THEMSELVES:
                return None
            states = widget.get_state_set()
            wanted = (State.SHOWING, State.FOCUSED, State.FOCUSABLE)
            return widget if all(states.contains(state) for state in wanted) else None
        except GLib.Error:  # it has gone
            return None

    def focused(self):
        self.root()  # so that nothing is answered from a cache
        settle()
        if told := self._still_told():
            return told
        found = [widget for widget in self.everything() if is_focused(widget) and has(widget, State.FOCUSABLE)]
        return found[-1] if found else None

    def wait_focus(self, role=None, name=None):
        def condition():
            widget = self.focused()
            if widget and (role is None or widget.get_role() == role) and _matches(widget.get_name(), name):
                return widget
            return None
        return wait_for(f"focus on {role.value_nick if role else ''} {name!r}", condition)

    def move_focus(self, key, role=None, name=None, within=None, most=60):
        """Presses the key until the focus is where it is wanted: what Tab or F6 does not reach is a failure."""
        seen = []
        for _ in range(most):
            before = self.focused()
            if before and (role is None or before.get_role() == role) and _matches(before.get_name(), name) and (
                    within is None or is_below(before, within)):
                return before
            seen.append(describe(before) if before else "nothing")
            hands.press(key)
            self.wait_focus_change(before)
        raise Failure(f"{key} does not lead to {role.value_nick if role else 'widget'} {name!r}; "
                      "the focus went by\n  " + "\n  ".join(seen))

    def wait_focus_change(self, before):
        def condition():
            now = self.focused()
            return now if now is not None and (before is None or now != before) else None
        return wait_for(f"focus leaves {describe(before) if before else 'nothing'}", condition, FOCUS_DEADLINE)

    def listing(self):
        """All that is visible, for the report of a failure."""
        return "\n".join("  " + describe(widget) for widget in self.everything())


def _matches(text, wanted):
    if wanted is None:
        return True
    if isinstance(wanted, str):
        return text == wanted
    if hasattr(wanted, "search"):
        return wanted.search(text) is not None
    return wanted(text)
