#!/usr/bin/python3
"""Every page, panel and dialog: what can have the focus has a name and a role, and Tab reaches it and goes on."""

import re

import accessible
import hands
import mainjob
import program
from accessible import Role, State, click, describe, has, wait_for

# By key: what the navigation calls the page, and its title.
PAGES = {
    "ctrl+1": ("Sign up", "Sign up"),
    "ctrl+2": ("Sign in", "Sign in"),
    "ctrl+3": ("Tokens", "Tokens"),
    "ctrl+4": ("Sandbox", "Sandbox"),
    "ctrl+5": ("Sign-in trouble", "Why can’t this user sign in?"),
    "ctrl+6": ("Error guide", "Error guide"),
}
# Of these only the chosen one is a stop of Tab: the arrow keys move among the others.
ARROW_KEYS_AMONG = (Role.RADIO_BUTTON, Role.CHECK_BOX)
TELLS_NOTHING = (Role.FILLER, Role.PANEL, Role.UNKNOWN, Role.FRAME)
MOST_STOPS = 100


def labelled(widget):
    """A label stands beside the widget and names it."""
    relations = widget.get_relation_set()
    return any(relation.get_relation_type() == accessible.Atspi.RelationType.LABELLED_BY for relation in relations)


def focusable(within):
    return [widget for widget in accessible.walk(within)
            if has(widget, State.FOCUSABLE) and has(widget, State.ENABLED)]


def unnamed(within):
    """Complaints about what an assistive technology could not announce."""
    for widget in focusable(within):
        role = widget.get_role()
        if role == Role.COMBO_BOX:
            if not labelled(widget):
                yield f"no label: {describe(widget)}"
        elif not widget.get_name().strip():
            yield f"no name: {describe(widget)}"
        # What only scrolls has no role of its own in Qt: its description is what is read out.
        if role in TELLS_NOTHING and not widget.get_description().strip():
            yield f"no role: {describe(widget)}"


def place(widget):
    box = accessible.extents(widget)
    return widget.get_role(), box.x, box.y, box.width, box.height


def tab_stops(screen):
    """Presses Tab until the focus is where it was at first."""
    first = wait_for("something has the focus", screen.focused)
    stops = [first]
    while len(stops) < MOST_STOPS:
        hands.press("Tab")
        now = screen.wait_focus_change(stops[-1])
        if now == first:
            return stops
        if now in stops:
            raise accessible.Failure(f"Tab goes in a circle that leaves out {describe(first)}")
        stops.append(now)
    raise accessible.Failure(f"more than {MOST_STOPS} stops of Tab")


def unreached(within, stops):
    """Complaints about controls that Tab passes by. Labels can be marked and copied from, but are no stops."""
    reached = [place(stop) for stop in stops]
    grouped = {(stop.get_role(), place(stop.get_parent())) for stop in stops if stop.get_role() in ARROW_KEYS_AMONG}
    for widget in focusable(within):
        role = widget.get_role()
        if role in (Role.LABEL, Role.STATIC) or place(widget) in reached:
            continue
        if (role, place(widget.get_parent())) in grouped:
            continue
        yield f"Tab does not reach: {describe(widget)}"


def examine(screen, name, within=None):
    """Complaints about one place, each with the place's name."""
    accessible.screenshot("accessibility-" + re.sub(r"\W+", "-", name.lower()))
    place_of = within or screen.root()
    found = list(unnamed(place_of))
    try:
        found += unreached(place_of, tab_stops(screen))
    except accessible.Failure as failure:
        found.append(str(failure))
    return [f"{name}: {complaint}" for complaint in found]


def examine_pages(screen):
    found = []
    seen = set()
    for key, (name, title) in PAGES.items():
        hands.press(key)
        entry = screen.wait(Role.RADIO_BUTTON, name, where=lambda widget: has(widget, State.CHECKED))
        screen.wait(Role.LABEL, title)
        found += examine(screen, f"page {name}")
        seen |= {one.get_name() for one in accessible.children(entry.get_parent())
                 if one.get_role() == Role.RADIO_BUTTON}
    left_out = seen - {name for name, _ in PAGES.values()}
    return found + [f"page {name}: never examined" for name in sorted(left_out)]


def examine_activity(screen):
    hands.press("F12")
    screen.wait(Role.FILLER, "Activity")
    found = examine(screen, "Activity")
    hands.press("F12")
    screen.wait_gone(Role.FILLER, "Activity")
    return found


def examine_dialog(screen, name, title, opening):
    opening()
    dialog = screen.wait(Role.DIALOG, title)
    found = examine(screen, name, dialog)
    hands.press("Escape")
    screen.wait_gone(Role.DIALOG, title)
    return found


def examine_signed_in(screen):
    """The places that only show themselves on the way and to a signed-in user."""
    hands.press("ctrl+1")
    mainjob.sign_up(screen)
    code = mainjob.code_in_mailbox(screen)
    mainjob.try_wrong_code(screen, code)
    found = examine(screen, "Confirm, with mail and error")
    mainjob.confirm(screen, code)
    screen.wait(Role.LABEL, "The token is valid.")
    found += examine(screen, "Tokens of a user")
    click(screen.wait(Role.CHECK_BOX, "JSON"))
    found += examine(screen, "Token as JSON")
    hands.press("ctrl+2")
    screen.wait(Role.PUSH_BUTTON, re.compile("^Sign out here: "))
    found += examine(screen, "Sign in, with a session")
    hands.press("ctrl+4")
    table = screen.wait(Role.TABLE, "Users")
    wait_for("the user's row", lambda: accessible.Atspi.Table.get_n_rows(table) == 1)
    found += examine(screen, "Sandbox with a user")
    found += examine_dialog(screen, "Connect your app", "Connect your app",
                            lambda: click(screen.wait(Role.PUSH_BUTTON, "Connect your app…")))
    return found + examine_dialog(screen, "Invite a user", "Invite a user",
                                  lambda: click(screen.wait(Role.PUSH_BUTTON, "Invite a user")))


def examine_trouble(screen):
    """What keeps a user out, and the dialogs of what mends it."""
    hands.press("ctrl+5")
    mainjob.fill(screen.wait(Role.TEXT, "User"), mainjob.EMAIL)
    hands.press("Return")
    answer = "Nothing that can be seen keeps this user from signing in."
    screen.wait(Role.LABEL, answer)
    found = examine(screen, "Sign-in trouble of a user")
    found += examine_dialog(screen, "Set a temporary password", re.compile("^A temporary password for "),
                            lambda: click(screen.wait(Role.PUSH_BUTTON, "Set a temporary password…")))
    found += examine_dialog(screen, "Ask before a reset code", "Send a reset code?",
                            lambda: click(screen.wait(Role.PUSH_BUTTON, "Send a reset code")))
    hands.press("ctrl+6")
    mainjob.fill(screen.wait(Role.TEXT, "Words, or an error from another program"), "UserNotConfirmedException")
    screen.wait(Role.LABEL, "This user has not confirmed the sign-up.")
    return found + examine(screen, "Error guide with an error")


def by_palette(screen, words):
    """Runs a command by its words."""
    hands.press("ctrl+k")
    screen.wait_focus(Role.TEXT, "Search commands")
    hands.type_text(words)
    listing = screen.wait(Role.LIST, "Commands")
    wait_for(f"one command: {words}", lambda: listing.get_child_count() == 1)
    hands.press("Return")


def accessibility(app):
    screen = app.start()
    screen.wait(Role.LABEL, re.compile("^Secrets: "))
    found = examine_pages(screen)
    found += examine_signed_in(screen)
    found += examine_trouble(screen)
    found += examine_activity(screen)
    found += examine_dialog(screen, "Settings", "Settings", lambda: hands.press("ctrl+comma"))
    found += examine_dialog(screen, "Keyboard shortcuts", "Keyboard shortcuts", lambda: hands.press("F1"))
    found += examine_dialog(screen, "Commands", "Commands", lambda: hands.press("ctrl+k"))
    found += examine_dialog(screen, "Connections", "Connections", lambda: by_palette(screen, "Manage connections"))
    app.quit()
    app.check_silence()
    if found:
        raise accessible.Failure("\n".join(["", *found]))


if __name__ == "__main__":
    program.main(accessibility)
