#!/usr/bin/python3
"""A connection to an endpoint by keyboard: added, tested, opened, signed in at; and changed while a form is filled in."""

import re
import sys

import accessible
import hands
import headless
import program
from accessible import Role, State, has, is_below, text_of, wait_for

EMAIL = "emil@example.com"
TYPED = "typed@example.com"
PASSWORD = "Quiet-harbour-41"


def expect(condition, what):
    if not condition:
        raise accessible.Failure(what)


def open_connections(screen):
    """By its name from the palette."""
    hands.press("ctrl+k")
    screen.wait_focus(Role.TEXT, "Search commands")
    hands.type_text("manage conn")
    screen.wait(Role.LIST)
    hands.press("Return")
    dialog = screen.wait(Role.DIALOG, "Connections")
    wait_for("the keyboard in the dialog", lambda: is_below(screen.focused(), dialog))


def type_next(screen, name, text):
    screen.move_focus("Tab", Role.TEXT, name, most=12)
    hands.press("ctrl+a")
    hands.type_text(text)


def add_connection(screen, server):
    open_connections(screen)
    hands.press("alt+a")
    screen.wait_focus(Role.TEXT, "Name")
    screen.move_focus("shift+Tab", Role.COMBO_BOX, "User pool on AWS", most=3)  # its value, which Qt names it by
    hands.press("Down")
    type_next(screen, "Name", "emulator")
    type_next(screen, "Endpoint", "http://127.0.0.1:9")  # nobody listens there
    type_next(screen, "User pool ID", server.pool_id)
    type_next(screen, "App client ID", server.client_id)
    hands.press("alt+t")
    screen.wait(Role.FRAME, re.compile("Check the address, and whether the endpoint is running"))
    screen.move_focus("shift+Tab", Role.TEXT, "Endpoint", most=12)
    hands.press("ctrl+a")
    hands.type_text(server.endpoint)
    hands.press("alt+t")
    screen.wait(Role.FRAME, re.compile("The app client answers"))
    accessible.screenshot("endpointconnection-tested")
    hands.press("Return")  # saves
    screen.wait(Role.PUSH_BUTTON, "Connect")
    screen.move_focus("Tab", Role.PUSH_BUTTON, "Connect", most=20)
    hands.press("space")
    screen.wait(Role.FRAME, re.compile("^emulator — Poolscope"))
    # The endpoint's user must be told from the sandbox's.
    screen.wait(Role.LABEL, re.compile(re.escape(server.pool_id) + ".*127.0.0.1"))


def sign_in(screen):
    hands.press("ctrl+2")
    screen.wait_focus(Role.TEXT, "E-mail address")
    hands.type_text(EMAIL)
    screen.move_focus("Tab", Role.PASSWORD_TEXT, "Password", most=3)
    hands.type_text(PASSWORD)
    hands.press("Return")
    screen.wait(Role.PUSH_BUTTON, "Show the tokens")
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "The token is valid.")


def change_connection(screen, change):
    open_connections(screen)
    change(screen)
    hands.press("Return")
    hands.press("Escape")
    screen.wait_gone(Role.DIALOG, "Connections")


def rename(_screen):
    hands.press("alt+n", "ctrl+a")
    hands.type_text("renamed")


def make_read_only(screen):
    box = screen.move_focus("Tab", Role.CHECK_BOX, re.compile("^Read-only"), most=20)
    hands.press("space")
    wait_for("the box checked", lambda: has(box, State.CHECKED))
    hands.press("alt+n")  # on a box Return would press it, and not save


def length_of(password):
    return accessible.Atspi.Text.get_character_count(password)


def keep_what_is_typed(screen):
    hands.press("ctrl+1")
    screen.wait_focus(Role.TEXT, "E-mail address")
    hands.type_text(TYPED)
    screen.move_focus("Tab", Role.PASSWORD_TEXT, "Password", most=8)
    hands.type_text("Half-typed")

    def still_typed():
        name, password = screen.find(Role.TEXT, "E-mail address"), screen.find(Role.PASSWORD_TEXT, "Password")
        return name and password and text_of(name) == TYPED and length_of(password) == len("Half-typed")

    change_connection(screen, rename)
    screen.wait(Role.FRAME, re.compile("^renamed — Poolscope"))
    wait_for("what was typed, after renaming", still_typed)
    change_connection(screen, make_read_only)
    screen.wait(name="Connection: renamed", where=lambda card: "read-only" in card.get_description())
    wait_for("what was typed, after opening anew", still_typed)
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "The token is valid.")  # signed in as before


def endpoint_connection(app):
    with headless.sandbox(sys.argv[1]) as server:
        server.add_user(EMAIL, PASSWORD)
        screen = app.start()
        screen.wait_focus(Role.TEXT)
        add_connection(screen, server)
        sign_in(screen)
        keep_what_is_typed(screen)
        app.quit()
    app.check_secrets({"the password": PASSWORD})
    app.check_silence()


if __name__ == "__main__":
    program.main(endpoint_connection)
