"""A proxy on loopback before a sandbox, that remembers every secret which goes through it, whoever made it up."""

import contextlib
import http.client
import http.server
import json
import re
import threading
import urllib.parse

# Members whose values are secrets, in requests, answers and their maps of parameters.
SECRET_MEMBERS = {
    "Password", "ProposedPassword", "PASSWORD", "NEW_PASSWORD", "ConfirmationCode", "SecretHash", "SECRET_HASH",
    "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK", "SECRET_BLOCK", "Session", "AccessToken", "IdToken",
    "RefreshToken", "REFRESH_TOKEN", "Token", "ClientSecret", "TemporaryPassword", "PreviousPassword",
}
TARGET = "X-Amz-Target"
# Longer ones are looked for by both ends: what is shown of them may be cut.
END = 24


def secrets_in(value):
    if isinstance(value, dict):
        for name, member in value.items():
            if name in SECRET_MEMBERS and isinstance(member, str) and member:
                yield name, member
            else:
                yield from secrets_in(member)
    elif isinstance(value, list):
        for element in value:
            yield from secrets_in(element)


class Recorder:
    def __init__(self, upstream):
        self._upstream = urllib.parse.urlsplit(upstream)
        self._lock = threading.Lock()
        self._secrets = {}
        self._echoed = set()
        self.seen = set()  # the names of members that held secrets
        self.signed = set()  # with which access key and session token, by operation
        self.values = set()  # operation and secret, of what was sent
        self.flows = []  # of the sign-ins and refreshes, in order
        recorder = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                recorder._serve(self)

            do_GET = do_POST

            def log_message(self, *_arguments):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.endpoint = f"http://127.0.0.1:{self._server.server_port}"

    def echo(self, operation):
        """The next request of the operation is answered by a page that repeats it, as some servers' error pages do."""
        with self._lock:
            self._echoed.add(operation)

    def add(self, name, secret):
        with self._lock:
            self._secrets[secret] = name

    def secrets(self):
        """Pieces to look for, with what they are of."""
        with self._lock:
            found = dict(self._secrets)
        pieces = {}
        for secret, name in found.items():
            if len(secret) <= 2 * END:
                pieces[secret] = name
            else:
                pieces[secret[:END] if not secret.startswith("eyJ") else secret[-2 * END:-END]] = name
                pieces[secret[-END:]] = name + " (its end)"
        return pieces

    def _note(self, body):
        with contextlib.suppress(ValueError):
            for name, secret in secrets_in(json.loads(body)):
                self.seen.add(name)
                self.add(name, secret)

    def _serve(self, handler):
        body = handler.rfile.read(int(handler.headers.get("Content-Length", 0)))
        operation = handler.headers.get(TARGET, "").rpartition(".")[2]
        self._note(body)
        signer = re.search(r"Credential=([^/]+)/", handler.headers.get("Authorization", ""))
        if signer:
            self.signed.add((operation, signer[1], handler.headers.get("X-Amz-Security-Token", "")))
        with contextlib.suppress(ValueError):
            self.values.update((operation, secret) for _name, secret in secrets_in(json.loads(body)))
        if operation == "InitiateAuth":
            self.flows.append(json.loads(body).get("AuthFlow"))
        with self._lock:
            echoed = operation in self._echoed
            self._echoed.discard(operation)
        if echoed:
            self._answer(handler, 200, [("Content-Type", "text/html")], b"<html>You sent: " + body + b"</html>")
            return
        upstream = http.client.HTTPConnection(self._upstream.hostname, self._upstream.port, timeout=60)
        headers = {name: value for name, value in handler.headers.items() if name.lower() not in ("host", "connection")}
        upstream.request(handler.command, handler.path, body, headers)
        answer = upstream.getresponse()
        content = answer.read()
        upstream.close()
        self._note(content)
        kept = [(name, value) for name, value in answer.getheaders()
                if name.lower() not in ("connection", "content-length", "transfer-encoding")]
        self._answer(handler, answer.status, kept, content)

    @staticmethod
    def _answer(handler, status, headers, content):
        handler.send_response_only(status)
        for name, value in [*headers, ("Content-Length", str(len(content)))]:
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    @contextlib.contextmanager
    def serving(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
