"""A sandbox without a window, with a pool, an app client and a confirmed user in it, set up as another program would."""

import contextlib
import json
import re
import subprocess
import time
import urllib.request

STARTS_WITHIN = 30.0


class Headless:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.pool_id = self.call("CreateUserPool", PoolName="emulated", UsernameAttributes=["email"],
                                 AutoVerifiedAttributes=["email"])["UserPool"]["Id"]
        flows = ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
        self.client_id = self.call("CreateUserPoolClient", UserPoolId=self.pool_id, ClientName="emulated",
                                   ExplicitAuthFlows=flows)["UserPoolClient"]["ClientId"]

    def call(self, operation, **body):
        """One operation, with a signature header of the right form: who signed is not checked."""
        now = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        scope = f"AKIDEXAMPLE/{now[:8]}/us-east-1/cognito-idp/aws4_request"
        headers = {
            "Content-Type": "application/x-amz-json-1.1",
            "X-Amz-Target": "AWSCognitoIdentityProviderService." + operation,
            "X-Amz-Date": now,
            "Authorization": f"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host;x-amz-date;x-amz-target, "
                             f"Signature={'0' * 64}",
        }
        request = urllib.request.Request(self.endpoint, json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.loads(answer.read() or b"{}")

    def add_user(self, email, password):
        self.call("AdminCreateUser", UserPoolId=self.pool_id, Username=email, MessageAction="SUPPRESS",
                  UserAttributes=[{"Name": "email", "Value": email}, {"Name": "email_verified", "Value": "true"}])
        self.call("AdminSetUserPassword", UserPoolId=self.pool_id, Username=email, Password=password, Permanent=True)


@contextlib.contextmanager
def sandbox(program, kind=Headless):
    process = subprocess.Popen([program, "sandbox", "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        end = time.monotonic() + STARTS_WITHIN
        found = None
        while not found and time.monotonic() < end:
            found = re.search(r"Listening on (http://\S+)", process.stdout.readline())
        if not found:
            raise RuntimeError("the sandbox did not start")
        yield kind(found.group(1))
    finally:
        process.terminate()
        process.wait()
