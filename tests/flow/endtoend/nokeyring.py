#!/usr/bin/python3
"""A keyring that does not open: the window says so, signing in works in memory, and is asked for again after a restart."""

import re

import accessible
import hands
import mainjob
import program
from accessible import Role, click

BANNER = re.compile("The system keychain could not be opened.*You stay signed in only until you close Poolscope")
# What the program may say: that the keychain fails, without naming what was to be kept.
EXPECTED = re.compile(r'^poolscope\.(secrets: The keychain cannot be used|auth: A session could not be stored): "[^"]*"$')


def check_that_it_is_said(screen):
    screen.wait(Role.FRAME, BANNER)
    screen.wait(Role.LABEL, "Secrets: memory only, the keychain is locked")


def signed_in_in_memory(app):
    screen = app.start()
    check_that_it_is_said(screen)
    accessible.screenshot("nokeyring-banner")
    mainjob.sign_up(screen)
    code = mainjob.code_in_mailbox(screen)
    mainjob.confirm(screen, code)
    mainjob.check_tokens(screen)
    # Asked once more, it still does not open, and nobody is signed out for it.
    click(screen.wait(Role.PUSH_BUTTON, "Try again"))
    check_that_it_is_said(screen)
    screen.wait(Role.LABEL, "The token is valid.")
    app.quit()
    return code


def asked_again(app):
    screen = app.start()
    check_that_it_is_said(screen)
    hands.press("ctrl+3")
    screen.wait(Role.LABEL, "Nobody is signed in")
    hands.press("ctrl+2")
    mainjob.fill(screen.wait(Role.TEXT, "E-mail address"), mainjob.EMAIL)
    mainjob.fill(screen.wait(Role.PASSWORD_TEXT, "Password"), mainjob.PASSWORD)
    hands.press("Return")
    click(screen.wait(Role.PUSH_BUTTON, "Show the tokens"))
    mainjob.check_tokens(screen)
    app.quit()


def without_keyring(app):
    code = signed_in_in_memory(app)
    asked_again(app)
    app.check_secrets({"the password": mainjob.PASSWORD, "the code": code})
    app.check_silence(EXPECTED)


if __name__ == "__main__":
    program.main(without_keyring, services=program.services_without_keyring)
