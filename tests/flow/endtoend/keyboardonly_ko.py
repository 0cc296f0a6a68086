#!/usr/bin/python3
"""The main job in Korean by keyboard alone, as somebody works who cannot use a mouse."""

import re
import sys

import accessible
import hands
import program
from accessible import Role, State, cells, has, is_below, text_of, wait_for
from texts import HANGUL, Texts

LANGUAGE = "ko"
EMAIL = "jisoo@example.com"
PASSWORD = "Quiet-harbour-41"
CODE = re.compile(r"(?<!\d)\d{6}(?!\d)")
# What is the same in every language: numbers, addresses, ids, keys, names of formats, and what the service itself says.
SAME_EVERYWHERE = re.compile(
    r"""^(?:[\W\d_]*                                # no letters
        |(?:ID|JSON|Poolscope|Sandbox)
        |(?:Ctrl|F)[\w+]*
        |\S*(?:@|://|127\.0\.0\.1|us-east-1_)\S*
        |.*\ —\ Poolscope                             # a connection's name
        |[\w\ ]+\ ·\ \w+(?:-\w+)*                     # a pool or an app client, and its id
        |SRP\(USER_SRP_AUTH\)
        |Your\ (?:verification|confirmation)\ code.*
        )$""", re.VERBOSE | re.DOTALL)
WORDLESS = (Role.FILLER, Role.APPLICATION, Role.TEXT, Role.PASSWORD_TEXT)


def expect(condition, what):
    if not condition:
        raise accessible.Failure(what)


def check_language(screen, where):
    """Every visible text is Korean, but for what is the same everywhere."""
    foreign = [accessible.describe(widget) for widget in screen.everything()
               if widget.get_role() not in WORDLESS and not HANGUL.search(widget.get_name())
               and not SAME_EVERYWHERE.match(widget.get_name().strip())]
    return [f"{where}: not in Korean: {words}" for words in foreign]


class KeyboardOnly:
    """One walk through the job; complaints about texts are collected, anything else ends it."""

    def __init__(self, app, language):
        self._app = app
        self._text = Texts(language)
        self._translated = language != "en"
        self.complaints = []
        self._screen = None

    def _check_language(self, where):
        accessible.screenshot("keyboardonly-" + where)
        if self._translated:
            self.complaints += check_language(self._screen, where)

    def sign_up(self):
        screen, text = self._screen, self._text
        # Whoever starts the program can type at once.
        screen.wait_focus(Role.TEXT)
        hands.type_text(EMAIL)
        password = screen.move_focus("Tab", Role.PASSWORD_TEXT)
        hands.type_text("weakly")
        wait_for("the rules that are not met", lambda: len(self._rules("Not met yet: %1")) >= 2)
        self._check_language("password")
        hands.press("ctrl+a")
        hands.type_text(PASSWORD)
        wait_for("every rule met", lambda: not self._rules("Not met yet: %1") and len(self._rules("Met: %1")) >= 4)
        expect(accessible.is_focused(password), "typing has moved the focus")
        screen.move_focus("Tab", Role.PUSH_BUTTON, text("AccountStep", "Sign up"))
        hands.press("space")

    def _rules(self, source):
        return self._screen.find_all(Role.LABEL, self._text.pattern("RequirementList", source))

    def take_code(self):
        screen, text = self._screen, self._text
        field = screen.wait_focus(Role.TEXT, text("ConfirmStep", "&Code"))
        mailbox = screen.wait(Role.FILLER, text("MailboxPanel", "Mailbox"))
        mail = screen.wait(Role.LABEL, CODE, within=mailbox)
        code = CODE.search(mail.get_name()).group()
        self._check_language("confirm")
        use = text("MessageCard", "Use the code %1").replace("%1", code)
        area = screen.move_focus("F6", within=mailbox, most=6)
        expect(is_below(area, mailbox), "F6 does not lead to the mailbox")
        screen.move_focus("Tab", Role.PUSH_BUTTON, use, most=4)
        hands.press("Return")
        wait_for("the code in its field", lambda: text_of(field) == code)
        # The hands stay where they are: the next key confirms.
        screen.wait_focus(Role.PUSH_BUTTON, text("ConfirmStep", "Confirm"))
        hands.press("Return")
        return code

    def look_at_tokens(self):
        screen, text = self._screen, self._text
        screen.wait_focus(Role.PUSH_BUTTON, text("DoneStep", "Show the tokens"))
        self._check_language("done")
        hands.press("Return")
        screen.wait(Role.LABEL, text("Verdict", "The token is valid."))
        tree = screen.wait(where=lambda widget: widget.get_role() in (Role.TREE, Role.TREE_TABLE))
        claims = {row[0]: row[1] for row in cells(tree)}
        expect(claims.get("email") == EMAIL, f"claims: {claims}")
        self._check_language("tokens")
        screen.move_focus("Tab", tree.get_role(), tree.get_name())

    def go_about(self):
        """Each page by its key, and by name from the palette."""
        screen, text = self._screen, self._text
        for number, (context, title) in enumerate((("SignUpPage", "Sign up"), ("SignInPage", "Sign in"),
                                                   ("TokensPage", "Tokens"), ("SandboxPage", "Sandbox")), 1):
            hands.press(f"ctrl+{number}")
            screen.wait(Role.RADIO_BUTTON, text(context, title), where=lambda widget: has(widget, State.CHECKED))
            self._check_language(f"page-{number}")
        self._choose(text("MainWindow", "Go to %1").replace("%1", text("TokensPage", "Tokens")))
        screen.wait(Role.RADIO_BUTTON, text("TokensPage", "Tokens"), where=lambda widget: has(widget, State.CHECKED))

    def _choose(self, command):
        screen = self._screen
        hands.press("ctrl+k")
        screen.wait_focus(Role.TEXT, self._text("CommandPalette", "Search commands"))
        listing = screen.wait(Role.LIST)
        names = [item.get_name() for item in accessible.children(listing)]
        expect(command in names, f"{command!r} is not among {names}")
        item = listing.get_child_at_index(names.index(command))
        for _ in range(names.index(command)):
            hands.press("Down")
        wait_for(f"{command} is chosen", lambda: has(item, State.SELECTED))
        self._check_language("palette")
        hands.press("Return")
        screen.wait_gone(Role.LIST)

    def run(self):
        self._screen = self._app.start()
        self.sign_up()
        code = self.take_code()
        self.look_at_tokens()
        self.go_about()
        self._app.quit()
        self._app.check_silence()
        self._app.check_secrets({"the password": PASSWORD, "the code": code})
        if self.complaints:
            raise accessible.Failure("\n".join(["", *dict.fromkeys(self.complaints)]))


def main():
    # Another language may be named, to look at the keys alone.
    language = sys.argv[2] if len(sys.argv) > 2 else LANGUAGE
    program.main(lambda app: KeyboardOnly(app, language).run(), "--language", language)


if __name__ == "__main__":
    main()
