#!/usr/bin/python3
"""The session ends, or the program is killed, whatever is open just then: asked to end, it keeps what a user keeps by
quitting, and is quick; killed, it starts again as if nothing had been."""

import re
import signal
import subprocess

import accessible
import endpointconnection
import hands
import mainjob
import program
from accessible import Role, is_below, text_of, wait_for
from mainjob import expect

AT_ONCE = 1.0  # s, at the best of all; a busy computer may take longer once
PATIENCE = 15.0
# What a window says that found something damaged, locked or lost.
TROUBLE = re.compile("damaged|moved aside|in use|could not|cannot be", re.IGNORECASE)


def nothing(_screen):
    pass


def half_typed_connection(screen):
    endpointconnection.open_connections(screen)
    hands.press("alt+a")
    screen.wait_focus(Role.TEXT, "Name")
    hands.type_text("half-typed")


def question(screen):
    """Asked by a dialog above another dialog."""
    half_typed_connection(screen)
    hands.press("Escape")
    screen.wait(name=re.compile("^Discard the changes to half-typed"))


def palette(screen):
    hands.press("ctrl+k")
    screen.wait_focus(Role.TEXT, "Search commands")


def choices(screen):
    hands.press("ctrl+k")
    screen.wait_focus(Role.TEXT, "Search commands")
    hands.type_text("settings")
    screen.wait(Role.LIST)
    hands.press("Return")
    dialog = screen.wait(Role.DIALOG)
    wait_for("the keyboard in the dialog", lambda: is_below(screen.focused(), dialog))


OPEN = (nothing, palette, half_typed_connection, question, choices)


def check_what_is_kept(screen, where):
    """The page that was shown, whoever was signed in, and no complaint."""
    screen.wait(Role.LABEL, "The token is valid.")
    screen.wait(Role.LABEL, "Secrets: System keychain")
    complaints = [widget.get_name() for widget in screen.find_all(Role.FRAME, TROUBLE)]
    expect(not complaints, f"after {where}: {complaints}")


def end_of_the_session(app):
    taken = []
    for opened in OPEN:
        screen = app.start()
        check_what_is_kept(screen, "SIGTERM")
        opened(screen)
        taken.append(app.terminate(signal.SIGTERM, PATIENCE))
    print("ended after", ", ".join(f"{seconds * 1000:.0f} ms" for seconds in taken))
    expect(min(taken) < AT_ONCE, f"SIGTERM took {min(taken):.1f} s at the best")


def killed(app):
    screen = app.start()
    for opened in OPEN:
        opened(screen)
        app.kill()
        screen = app.start()
        check_what_is_kept(screen, "SIGKILL with " + opened.__name__)
    app.quit()


def second_start(app):
    """It shows the first one's window, and ends."""
    screen = app.start()
    half_typed_connection(screen)
    done = subprocess.run(app.command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    expect(done.returncode == 0 and not done.stderr, f"a second start ended with {done.returncode}: {done.stderr}")
    name = screen.wait_focus(Role.TEXT, "Name")  # nothing was closed for it
    expect(text_of(name) == "half-typed", "a second start lost what was typed")
    app.kill()
    check_what_is_kept(app.start(), "a second start")
    app.quit()


def page_is_kept(app):
    """Saved at the end by a signal, not by anything before."""
    screen = app.start()
    check_what_is_kept(screen, "the start")
    hands.press("ctrl+1")
    screen.wait(Role.FILLER, "Sign up")
    app.terminate(signal.SIGTERM, PATIENCE)
    screen = app.start()
    screen.wait(Role.FILLER, "Sign up")
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "The token is valid.")
    app.quit()


def signals(app):
    screen = app.start()
    mainjob.sign_up(screen)
    mainjob.confirm(screen, mainjob.code_in_mailbox(screen))
    mainjob.check_tokens(screen)
    app.quit()
    end_of_the_session(app)
    killed(app)
    second_start(app)
    page_is_kept(app)
    app.check_silence()


if __name__ == "__main__":
    program.main(signals)
