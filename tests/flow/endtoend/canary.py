#!/usr/bin/python3
"""No secret leaves the program where it does not belong: a whole run through a proxy that remembers every password, code,
token, session and client secret on the wire; then none of them stands in a log, a file, an argument, the environment, a
window's title, an accessible name, a copied command or an export."""

import base64
import json
import os
import re
import subprocess
import sys
import urllib.request

import accessible
import endpointconnection
import hands
import headless
import program
import recorder
from accessible import Role, click, is_below, text_of, wait_for
from mainjob import expect, fill

EMAIL = "kanari@example.com"
INVITED = "eingeladen@example.com"
HELPED = "geholfen@example.com"
WEAK = "kanarienvogel-schwach"
PASSWORD = "Kanarienvogel-41"
WRONG = "Kanarienvogel-falsch-42"
LATER = "Kanarienvogel-neu-43"
TEMPORARY = "Kanarienvogel-zeitweise-44"
CHOSEN = "Kanarienvogel-gewaehlt-45"
SET = "Kanarienvogel-gesetzt-46"
WRONG_CODE = "734619"
ACCESS_KEY = "AKIAKANARIENVOGEL947"
SECRET_KEY = "kanarienvogelgeheimschluessel4811"
SESSION_TOKEN = "kanarienvogelsitzungszeichen4812"
# Of somebody else; what it says is shown, the token itself is not told to anyone.
PASTED = ".".join(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in (
    b'{"alg":"RS256","kid":"kanarienvogel"}', b'{"sub":"kanarienvogel","exp":4102444800}', b"kanarienvogel-unterschrift"))


class Canary:
    def __init__(self, app, server, wire):
        self._app = app
        self._server = server
        self._wire = wire
        self._screen = None
        for name, secret in (("a refused password", WEAK), ("the password", PASSWORD), ("a wrong password", WRONG),
                             ("a wrong code", WRONG_CODE), ("the password after that", LATER),
                             ("a temporary password", TEMPORARY), ("a chosen password", CHOSEN),
                             ("a password that was set for somebody", SET), ("the secret access key", SECRET_KEY),
                             ("the session token", SESSION_TOKEN), ("a pasted token", PASTED),
                             ("the client secret", server.client_secret)):
            wire.add(name, secret)

    # ---- Looking ----

    def _search(self, text, where):
        for secret, name in self._wire.secrets().items():
            # A code is six digits: inside a longer number it is none.
            if re.search(rf"(?<![0-9A-Za-z]){re.escape(secret)}(?![0-9])" if secret.isdigit() else re.escape(secret), text):
                raise accessible.Failure(f"{name} stands in {where}: {text[:200]!r}")

    def look(self):
        """What others can see of the program while it runs. On its pages masked fields must stay masked."""
        for name in ("cmdline", "environ"):
            with open(f"/proc/{self._app.pid}/{name}", encoding="utf-8", errors="replace") as file:
                self._search(file.read(), name)
        with open(f"/proc/{self._app.pid}/limits", encoding="ascii") as limits:
            core = next(line for line in limits if line.startswith("Max core file size"))
        expect(core.split()[4] == "0", f"a crash would write the memory to the disk: {core}")
        for child in subprocess.run(["pgrep", "-P", str(self._app.pid)], capture_output=True, text=True,
                                    check=False).stdout.split():
            raise accessible.Failure(f"the program has a child process: {child}")
        tree = subprocess.run(["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=True).stdout
        expect("Poolscope" in tree, "no window has a title")
        self._search(tree, "a window's title")
        for widget in self._screen.everything():
            said = "\n".join([widget.get_name(), widget.get_description() or ""])
            if widget.get_role() == Role.PASSWORD_TEXT:
                said += "\n" + text_of(widget)
            self._search(said, "what is said of " + widget.get_role_name())
        self._search(self._app.said(), "what the program says")

    # ---- Walking ----

    def connect(self):
        self._screen = self._app.start()
        screen = self._screen
        screen.wait_focus(Role.TEXT)
        endpointconnection.open_connections(screen)
        hands.press("alt+a")
        screen.wait_focus(Role.TEXT, "Name")
        screen.move_focus("shift+Tab", Role.COMBO_BOX, "User pool on AWS", most=3)
        hands.press("Down")
        for name, text in (("Name", "canary"), ("Endpoint", self._wire.endpoint), ("User pool ID", self._server.pool_id),
                           ("App client ID", self._server.client_id)):
            endpointconnection.type_next(screen, name, text)
        screen.move_focus("Tab", Role.CHECK_BOX, "The app client has a secret", most=6)
        hands.press("space")
        screen.move_focus("Tab", Role.PASSWORD_TEXT, "Client secret", most=3)
        hands.type_text(self._server.client_secret)
        self.look()
        hands.press("alt+t")
        screen.wait(Role.FRAME, re.compile("The app client answers"))
        self._type_keys()
        hands.press("Return")
        screen.wait(Role.PUSH_BUTTON, "Connect")
        screen.move_focus("Tab", Role.PUSH_BUTTON, "Connect", most=20)
        hands.press("space")
        screen.wait(Role.FRAME, re.compile("^canary — Poolscope"))
        self.look()

    def _type_keys(self):
        screen = self._screen
        screen.move_focus("Tab", Role.COMBO_BOX, "None", most=6)
        hands.press("End")  # typed in here
        for role, name, text in ((Role.TEXT, "Access key ID", ACCESS_KEY),
                                 (Role.PASSWORD_TEXT, "Secret access key", SECRET_KEY),
                                 (Role.PASSWORD_TEXT, "Session token", SESSION_TOKEN)):
            screen.move_focus("Tab", role, name, most=6)
            hands.type_text(text)
        self.look()

    def code(self):
        with urllib.request.urlopen(self._server.endpoint + "/_poolscope/messages", timeout=30) as answer:
            code = json.load(answer)[0]["code"]
        self._wire.add("a code", code)
        return code

    def sign_up(self):
        screen = self._screen
        hands.press("ctrl+1")
        fill(screen.wait(Role.TEXT, "E-mail address"), EMAIL)
        fill(screen.wait(Role.PASSWORD_TEXT, "Password"), WEAK)
        click(screen.wait(Role.PUSH_BUTTON, "Sign up"))
        screen.wait(name=re.compile("InvalidPasswordException"))
        self.look()
        self._wire.echo("SignUp")
        fill(screen.wait(Role.PASSWORD_TEXT, "Password"), PASSWORD)
        click(screen.wait(Role.PUSH_BUTTON, "Sign up"))
        screen.wait(name=re.compile("The answer is not the JSON that was expected"))
        self.look()
        click(screen.wait(Role.PUSH_BUTTON, "Sign up"))
        screen.wait(name=re.compile("^Step 2 of 3"))
        fill(screen.wait(Role.TEXT, "Code"), WRONG_CODE)
        click(screen.wait(Role.PUSH_BUTTON, "Confirm"))
        screen.wait(Role.FRAME, re.compile("CodeMismatchException"))
        fill(screen.wait(Role.TEXT, "Code"), self.code())
        click(screen.wait(Role.PUSH_BUTTON, "Confirm"))
        screen.wait(Role.LABEL, f"{EMAIL} is confirmed and signed in.")
        self.look()

    def _sign_in(self, email, password):
        screen = self._screen
        hands.press("ctrl+2")
        fill(screen.wait(Role.TEXT, "E-mail address"), email)
        fill(screen.wait(Role.PASSWORD_TEXT, "Password"), password)
        hands.press("Return")

    def sign_in(self):
        screen = self._screen
        hands.press("ctrl+2")
        click(screen.wait(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}"))
        screen.wait_gone(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}")
        self._sign_in(EMAIL, WRONG)
        screen.wait(Role.FRAME, re.compile("Incorrect username or password"))
        self.look()
        for operation in ("InitiateAuth", "RespondToAuthChallenge"):
            self._server.demand(fault="InternalErrorException", operations=[operation], times=3)
            self._sign_in(EMAIL, PASSWORD)
            screen.wait(Role.FRAME, re.compile("InternalErrorException"))
            self.look()
            self._server.end_faults()
        self._wire.echo("RespondToAuthChallenge")
        self._sign_in(EMAIL, PASSWORD)
        screen.wait(Role.FRAME, re.compile("The answer is not the JSON that was expected"))
        self.look()

    def reset(self):
        screen = self._screen
        click(screen.wait(Role.PUSH_BUTTON, "Forgot password"))
        click(screen.wait(Role.PUSH_BUTTON, "Send a code"))
        fill(screen.wait(Role.TEXT, "Code"), WRONG_CODE)
        fill(screen.wait(Role.PASSWORD_TEXT, "New password"), LATER)
        click(screen.wait(Role.PUSH_BUTTON, "Set the password"))
        screen.wait(Role.FRAME, re.compile("CodeMismatchException"))
        fill(screen.wait(Role.TEXT, "Code"), self.code())
        click(screen.wait(Role.PUSH_BUTTON, "Set the password"))
        screen.wait(Role.PUSH_BUTTON, f"Sign out here: {EMAIL}")
        self.look()

    def choose_a_password(self):
        screen = self._screen
        self._server.invite(INVITED, TEMPORARY)
        self._sign_in(INVITED, TEMPORARY)
        fill(screen.wait(Role.PASSWORD_TEXT, "New password"), CHOSEN)
        self.look()
        hands.press("Return")
        screen.wait(Role.PUSH_BUTTON, f"Sign out here: {INVITED}")
        self.look()

    def set_a_password(self):
        """As support staff do, for somebody else."""
        screen = self._screen
        self._server.invite(HELPED, TEMPORARY)
        hands.press("ctrl+k")
        screen.wait_focus(Role.TEXT, "Search commands")
        hands.type_text("why can")
        screen.wait(Role.LIST)
        hands.press("Return")
        screen.wait_focus(Role.TEXT)
        hands.type_text(HELPED)
        hands.press("Return")
        click(screen.wait(Role.PUSH_BUTTON, "Set a password…"))
        fill(screen.wait(Role.PASSWORD_TEXT, "Password", within=screen.wait(Role.DIALOG)), SET)
        self.look()
        click(screen.wait(Role.PUSH_BUTTON, "Set the password"))
        click(screen.wait(Role.PUSH_BUTTON, "Close"))
        self.look()

    def paste_a_token(self):
        screen = self._screen
        hands.press("ctrl+3")
        subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=PASTED.encode(), check=True)
        click(screen.wait(Role.PUSH_BUTTON, "Paste a token"))
        screen.wait(name=re.compile("kanarienvogel"))
        self.look()
        hands.press("ctrl+2")
        self.look()

    # ---- Taking things out ----

    def _requests(self):
        hands.press("F12")
        panel = self._screen.wait(Role.FILLER, "Activity")
        return wait_for("the table of requests", lambda: next(
            (widget for role in (Role.TREE, Role.TREE_TABLE, Role.TABLE)
             for widget in self._screen.find_all(role, within=panel)), None))

    def copy_commands(self):
        """Every request as both commands: with variables in place of secrets."""
        table = self._requests()
        click(table)
        hands.press("ctrl+Home")
        rows = accessible.cells(table)
        expect(len(rows) >= 15, f"Activity holds {len(rows)} requests")
        for row in rows:
            is_operation = not any(text.startswith("GET ") for text in row)  # of the AWS CLI
            for keys, beginning in {"ctrl+shift+a": "aws ", "ctrl+shift+u": "curl "}.items():
                if beginning == "aws " and not is_operation:
                    continue
                subprocess.run(["xclip", "-selection", "clipboard", "-in"], input=b"nothing", check=True)
                hands.press(keys)
                text = wait_for(f"{beginning}of {row}", lambda: next(
                    (copied for copied in [clipboard()] if copied != "nothing"), None))
                expect(beginning in text, f"not a command: {text[:100]}")
                self._search(text, "a copied command")
            hands.press("Down")

    def export(self):
        """All requests as a file, which is looked at with all others at the end."""
        screen = self._screen
        click(screen.wait(Role.PUSH_BUTTON, "Copy, export and more"))
        hands.press("e")  # Export as HAR…
        name = screen.wait_focus(Role.TEXT)
        expect(is_below(name, screen.wait(Role.DIALOG, "Export as HAR")), "the file's name is not asked for")
        path = os.path.join(self._app.home, "requests.har")
        fill(name, path)
        hands.press("Return")
        wait_for("the exported file", lambda: os.path.exists(path) and os.path.getsize(path))
        with open(path, encoding="utf-8") as file:
            entries = json.load(file)["log"]["entries"]
        expect(len(entries) >= 15, f"{len(entries)} requests were exported")
        self.look()

    def export_connection(self):
        screen = self._screen
        endpointconnection.open_connections(screen)
        click(screen.wait(Role.PUSH_BUTTON, "Export…"))
        name = screen.wait_focus(Role.TEXT)
        path = os.path.join(self._app.home, "connection.json")
        fill(name, path)
        hands.press("Return")
        wait_for("the exported connection", lambda: os.path.exists(path) and os.path.getsize(path))
        with open(path, encoding="utf-8") as file:
            expect(self._server.pool_id in file.read(), "the export is not of this connection")
        hands.press("Escape")
        screen.wait_gone(Role.DIALOG, "Connections")

    def look_at_files(self):
        secrets = {secret.encode(): name for secret, name in self._wire.secrets().items()}
        harmless = 0  # what is no secret and is kept is found: the net holds
        for path in self._app.files():
            with open(path, "rb") as file:
                content = file.read()
            harmless += self._server.pool_id.encode() in content
            for secret, name in secrets.items():
                pattern = rb"(?<![0-9A-Za-z])" + re.escape(secret) + rb"(?![0-9])" if secret.isdigit() else re.escape(secret)
                if re.search(pattern, content):
                    raise accessible.Failure(f"{name} stands in {os.path.relpath(path, self._app.home)}")
        expect(harmless >= 2, f"the pool's id stands in {harmless} files")

    def check_the_wire(self):
        """A run in which nothing secret was on the wire would prove nothing."""
        missing = {"Password", "PASSWORD_CLAIM_SIGNATURE", "SECRET_BLOCK", "NEW_PASSWORD", "ConfirmationCode", "SecretHash",
                   "SECRET_HASH", "Session", "AccessToken", "IdToken", "RefreshToken"} - self._wire.seen
        expect(not missing, f"not on the wire: {missing}")
        for operation in ("DescribeUserPool", "ListUsers", "AdminSetUserPassword"):
            expect((operation, ACCESS_KEY, SESSION_TOKEN) in self._wire.signed,
                   f"{operation} was not signed with the keys that were typed: {self._wire.signed}")
        expect(("AdminSetUserPassword", SET) in self._wire.values, "the password was not set for somebody")


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-out"], capture_output=True, text=True, check=True,
                          timeout=20).stdout


class Server(headless.Headless):
    """With an app client that has a secret."""

    def __init__(self, endpoint):
        super().__init__(endpoint)
        client = self.call("CreateUserPoolClient", UserPoolId=self.pool_id, ClientName="secretive", GenerateSecret=True,
                           ExplicitAuthFlows=["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])["UserPoolClient"]
        self.client_id, self.client_secret = client["ClientId"], client["ClientSecret"]

    def invite(self, email, password):
        self.call("AdminCreateUser", UserPoolId=self.pool_id, Username=email, MessageAction="SUPPRESS",
                  TemporaryPassword=password,
                  UserAttributes=[{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}])

    def demand(self, **fault):
        self._faults("PUT", {"faults": [fault]})

    def end_faults(self):
        self._faults("PUT", {"faults": []})

    def _faults(self, method, body):
        request = urllib.request.Request(self.endpoint + "/_poolscope/faults", json.dumps(body).encode(),
                                         {"Content-Type": "application/json"}, method=method)
        urllib.request.urlopen(request, timeout=30).close()


def canary(app):
    os.environ["QT_LOGGING_RULES"] = "poolscope.*=true;qt.network.*=true"
    with headless.sandbox(sys.argv[1], Server) as server, recorder.Recorder(server.endpoint).serving() as wire:
        walk = Canary(app, server, wire)
        walk.connect()
        walk.sign_up()
        walk.sign_in()
        walk.reset()
        walk.choose_a_password()
        walk.set_a_password()
        walk.paste_a_token()
        walk.copy_commands()
        walk.export()
        walk.export_connection()
        app.quit()
    walk.check_the_wire()
    walk.look_at_files()


if __name__ == "__main__":
    program.main(canary)
