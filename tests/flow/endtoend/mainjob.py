#!/usr/bin/python3
"""The main job with keyboard and mouse: sign up, a wrong code, the right one from the mailbox, tokens; a restart; sign out."""

import re

import accessible
import hands
import program
from accessible import Role, click, text_of, wait_for

EMAIL = "maria@example.com"
WEAK = "weakly"
PASSWORD = "Quiet-harbour-41"
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")


def expect(condition, what):
    if not condition:
        raise accessible.Failure(what)


def fill(field, text):
    """Replaces what stands in the field."""
    click(field)
    hands.press("ctrl+a")
    hands.type_text(text)


def sign_up(screen):
    name = screen.wait(Role.TEXT, "E-mail address")
    fill(name, EMAIL)
    password = screen.wait(Role.PASSWORD_TEXT, "Password")
    fill(password, WEAK)
    screen.wait(Role.LABEL, "Not met yet: At least 8 characters")
    screen.wait(Role.LABEL, "Met: A lower case letter (a to z)")
    accessible.screenshot("mainjob-weak-password")
    click(screen.wait(Role.PUSH_BUTTON, "Sign up"))
    screen.wait(name=re.compile("InvalidPasswordException"))
    expect(text_of(name) == EMAIL, "the refused sign-up lost the e-mail address")
    fill(password, PASSWORD)
    screen.wait(Role.LABEL, "Met: At least 8 characters")
    expect(not screen.find(Role.LABEL, re.compile("^Not met yet")), "a good password leaves a rule unmet")
    click(screen.wait(Role.PUSH_BUTTON, "Sign up"))
    screen.wait(name=re.compile("^Step 2 of 3"))


def code_in_mailbox(screen):
    """The code that a person reads in the newest mail."""
    mailbox = screen.wait(Role.FILLER, "Mailbox")
    card = screen.wait(Role.FRAME, re.compile(re.escape("to " + EMAIL)), within=mailbox)
    body = screen.wait(Role.LABEL, CODE, within=card)
    return CODE.search(body.get_name()).group()


def try_wrong_code(screen, right):
    wrong = "000000" if right != "000000" else "111111"
    field = screen.wait(Role.TEXT, "Code")
    fill(field, wrong)
    click(screen.wait(Role.PUSH_BUTTON, "Confirm"))
    error = screen.wait(Role.FRAME, re.compile("CodeMismatchException"))
    words = error.get_name()
    expect(words.startswith("This is not the code that was sent."), f"not explained: {words}")
    expect("Invalid verification code provided, please try again." in words, f"not the service's words: {words}")
    box, place = accessible.extents(error), accessible.extents(field)
    expect(box.x == place.x and 0 <= box.y - (place.y + place.height) < 40, "the error does not stand at the code field")
    expect(text_of(field) == wrong, "the refused code is gone")
    accessible.screenshot("mainjob-wrong-code")


def confirm(screen, code):
    click(screen.wait(Role.PUSH_BUTTON, f"Use the code {code}"))
    field = screen.wait(Role.TEXT, "Code")
    wait_for("the code in its field", lambda: text_of(field) == code)
    screen.wait_gone(Role.FRAME, re.compile("CodeMismatchException"))
    click(screen.wait(Role.PUSH_BUTTON, "Confirm"))
    screen.wait(Role.LABEL, f"{EMAIL} is confirmed and signed in.")
    click(screen.wait(Role.PUSH_BUTTON, "Show the tokens"))


def claims(screen):
    """Claims of the token in view, name to shown value."""
    def read():
        tree = screen.find(Role.TREE, "Claims") or screen.find(Role.TREE_TABLE, "Claims")
        return tree and {row[0]: row[1] for row in accessible.cells(tree)}
    return wait_for("claims", read)


def check_tokens(screen):
    """Both tokens of the signed-in user, each with its verdict. Returns the user's sub."""
    screen.wait(Role.LABEL, "The token is valid.")
    shown = claims(screen)
    expect(shown.get("token_use") == "id", f"token_use of the ID token: {shown}")
    expect(shown.get("email") == EMAIL, f"email of the ID token: {shown}")
    expect(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", shown.get("sub", "")), f"sub: {shown}")
    expect(shown.get("cognito:username") == shown["sub"], f"cognito:username of an e-mail pool: {shown}")
    accessible.screenshot("mainjob-tokens")
    click(screen.wait(Role.CHECK_BOX, "Access"))
    wait_for("the access token's claims", lambda: claims(screen).get("token_use") == "access")
    screen.wait(Role.LABEL, "The token is valid.")
    click(screen.wait(Role.CHECK_BOX, "ID"))
    return shown["sub"]


def read_refresh_token(screen):
    """By its copy button and a text field: its page shows it to nobody else."""
    click(screen.wait(Role.CHECK_BOX, "Refresh"))
    screen.wait(Role.LABEL, "Only the service can read this token")
    click(screen.wait(Role.PUSH_BUTTON, "Copy the token"))
    hands.press("ctrl+2")
    field = screen.wait(Role.TEXT, "E-mail address")
    click(field)
    hands.press("ctrl+v")
    token = wait_for("the copied token", lambda: text_of(field))
    hands.press("ctrl+a", "Delete")
    expect(len(token) > 100, f"not a refresh token: {len(token)} characters")
    return token


def sessions_in_keyring():
    return [key for key in program.keyring_items() if "/session/" in key]


def first_run(app):
    screen = app.start()
    sign_up(screen)
    code = code_in_mailbox(screen)
    try_wrong_code(screen, code)
    confirm(screen, code)
    sub = check_tokens(screen)
    refresh_token = read_refresh_token(screen)
    screen.wait(Role.LABEL, "Secrets: System keychain")
    expect(sessions_in_keyring(), "the keyring holds no session")
    app.quit()
    return sub, {"the password": PASSWORD, "the code": code,
                 "the refresh token": refresh_token[:24], "its end": refresh_token[-24:]}


def second_run(app, sub):
    screen = app.start()
    hands.press("ctrl+3")
    expect(check_tokens(screen) == sub, "somebody else is signed in after the restart")
    hands.press("ctrl+2")
    click(screen.wait(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}"))
    screen.wait_gone(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}")
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "Nobody is signed in")
    # The list of sessions stays, and is empty; the sessions' own entries go, all pieces of them.
    wait_for("every token gone from the keyring", lambda: not sessions_in_keyring())
    app.quit()


def third_run(app):
    screen = app.start()
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "Secrets: System keychain")
    screen.wait(Role.LABEL, "Nobody is signed in")
    hands.press("ctrl+2")
    screen.wait(Role.TEXT, "E-mail address")
    expect(not screen.find(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}"), "the user who signed out is back")
    app.quit()


def main_job(app):
    sub, secrets = first_run(app)
    app.check_secrets(secrets)
    second_run(app, sub)
    third_run(app)
    app.check_secrets(secrets)
    app.check_silence()


if __name__ == "__main__":
    program.main(main_job)
