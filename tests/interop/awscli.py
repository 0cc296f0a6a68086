"""The AWS CLI against the sandbox: `aws --endpoint-url ...`, as a user would type it.

Usage: awscli.py POOLSCOPE AWS [unittest's arguments]
"""

import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

import awscliforks
import sandbox

PASSWORD = "Correct-horse-7"
OTHER_PASSWORD = "Battery-staple-8"
FLOWS = ("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH")


class CliTestCase(unittest.TestCase):
    """One sandbox for all cases; each case has a pool of its own."""

    poolscope = ""
    cli = ""
    walked = set()
    sandbox_arguments = ()

    @classmethod
    def setUpClass(cls):
        cls.home = tempfile.TemporaryDirectory(prefix="poolscope-awscli-")
        cls.addClassCleanup(cls.home.cleanup)
        cls.sandbox = sandbox.Sandbox(cls.poolscope, *cls.sandbox_arguments)
        cls.addClassCleanup(cls.sandbox.stop)
        cls.environment = {
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": cls.home.name,
            "LC_ALL": "C.UTF-8",
            "AWS_ACCESS_KEY_ID": "AKIDSANDBOXEXAMPLE00",
            "AWS_SECRET_ACCESS_KEY": "sandbox-secret",
            "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_PAGER": "",
        }
        cls.forks = awscliforks.Forks(cls.cli, cls.environment)
        cls.addClassCleanup(cls.forks.stop)

    def whole_command(self, operation, *options):
        return ["--endpoint-url", self.sandbox.endpoint, "--output", "json", *options, "cognito-idp", operation]

    def run_cli(self, operation, *arguments, options=()):
        result = self.forks.run(self.whole_command(operation, *options) + list(arguments), self.environment)
        if result.returncode == 0:
            self.walked.add(operation)
        return result

    def aws(self, operation, *arguments):
        result = self.run_cli(operation, *arguments)
        self.assertEqual(result.returncode, 0, f"{operation}: {result.stderr}")
        return json.loads(result.stdout) if result.stdout.strip() else {}

    def refused(self, operation, *arguments, options=()):
        """(error code, message) of a call that must fail at the service."""
        result = self.run_cli(operation, *arguments, options=options)
        match = re.search(r"An error occurred \((\w+)\) when calling the \w+ operation[^:]*: (.*)", result.stderr)
        self.assertIsNotNone(match, f"{operation} was not refused: {result.stdout}{result.stderr}")
        return match[1], match[2].strip()

    def make_pool(self, *arguments):
        return self.aws("create-user-pool", "--pool-name", self.id().split(".")[-1], *arguments)["UserPool"]["Id"]

    def make_client(self, pool, *arguments, flows=FLOWS):
        return self.aws("create-user-pool-client", "--user-pool-id", pool, "--client-name", "cli",
                        "--explicit-auth-flows", *flows, *arguments)["UserPoolClient"]

    def make_mail_pool(self):
        """A pool that confirms e-mail addresses, and a client: (pool id, client id)."""
        pool = self.make_pool("--auto-verified-attributes", "email")
        return pool, self.make_client(pool)["ClientId"]

    def sign_up(self, client, name, password=PASSWORD):
        return self.aws("sign-up", "--client-id", client, "--username", name, "--password", password,
                        "--user-attributes", f"Name=email,Value={name}@example.com")

    def make_user(self, pool, client, name):
        self.sign_up(client, name)
        self.aws("admin-confirm-sign-up", "--user-pool-id", pool, "--username", name)

    def sign_in_arguments(self, client, name, password=PASSWORD):
        return ("initiate-auth", "--client-id", client, "--auth-flow", "USER_PASSWORD_AUTH",
                "--auth-parameters", f"USERNAME={name},PASSWORD={password}")

    def sign_in(self, client, name, password=PASSWORD):
        return self.aws(*self.sign_in_arguments(client, name, password))["AuthenticationResult"]


class AsTyped(CliTestCase):
    def test_is_what_the_program_does(self):
        """The forks save the time in which Python reads the CLI, and change nothing else."""
        pool = self.make_pool()
        for arguments in (("list-user-pools", "--max-results", "10"), ("describe-user-pool", "--user-pool-id", pool),
                          ("describe-user-pool", "--user-pool-id", "us-east-1_000000000"), ("describe-user-pool",)):
            command = self.whole_command(arguments[0]) + list(arguments[1:])
            typed = subprocess.run([self.cli, *command], env=self.environment, capture_output=True, text=True, timeout=60,
                                   check=False)
            forked = self.forks.run(command, self.environment)
            self.assertEqual((forked.returncode, forked.stdout, forked.stderr),
                             (typed.returncode, typed.stdout, typed.stderr))


class Pools(CliTestCase):
    def test_pool_lives_and_dies(self):
        policy = "MinimumLength=10,RequireUppercase=false,RequireLowercase=true,RequireNumbers=true,RequireSymbols=false"
        pool = self.make_pool("--policies", f"PasswordPolicy={{{policy}}}", "--username-attributes", "email")
        self.assertRegex(pool, r"^us-east-1_[0-9a-zA-Z]{9}$")
        described = self.aws("describe-user-pool", "--user-pool-id", pool)["UserPool"]
        self.assertEqual(described["Policies"]["PasswordPolicy"]["MinimumLength"], 10)
        self.assertFalse(described["Policies"]["PasswordPolicy"]["RequireSymbols"])
        self.assertEqual(described["UsernameAttributes"], ["email"])
        self.assertIn(pool, [entry["Id"] for entry in self.aws("list-user-pools", "--max-results", "60")["UserPools"]])
        self.aws("update-user-pool", "--user-pool-id", pool, "--auto-verified-attributes", "email")
        described = self.aws("describe-user-pool", "--user-pool-id", pool)["UserPool"]
        self.assertEqual(described["AutoVerifiedAttributes"], ["email"])
        self.aws("delete-user-pool", "--user-pool-id", pool)
        self.assertEqual(self.refused("describe-user-pool", "--user-pool-id", pool),
                         ("ResourceNotFoundException", f"User pool {pool} does not exist."))

    def test_client_lives_and_dies(self):
        pool = self.make_pool()
        client = self.make_client(pool, "--generate-secret")
        self.assertRegex(client["ClientId"], r"^[0-9a-z]{26}$")
        self.assertRegex(client["ClientSecret"], r"^[0-9a-z]{51,52}$")
        address = ("--user-pool-id", pool, "--client-id", client["ClientId"])
        self.aws("update-user-pool-client", *address, "--client-name", "renamed")
        self.assertEqual(self.aws("describe-user-pool-client", *address)["UserPoolClient"]["ClientName"], "renamed")
        listed = self.aws("list-user-pool-clients", "--user-pool-id", pool)["UserPoolClients"]
        self.assertEqual([entry["ClientId"] for entry in listed], [client["ClientId"]])
        self.aws("delete-user-pool-client", *address)
        self.assertEqual(self.refused("describe-user-pool-client", *address),
                         ("ResourceNotFoundException", f"User pool client {client['ClientId']} does not exist."))


class SigningUp(CliTestCase):
    def test_main_job(self):
        pool, client = self.make_mail_pool()
        answer = self.sign_up(client, "mira")
        self.assertFalse(answer["UserConfirmed"])
        self.assertRegex(answer["UserSub"], r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        self.assertEqual(answer["CodeDeliveryDetails"]["DeliveryMedium"], "EMAIL")
        self.assertEqual(answer["CodeDeliveryDetails"]["AttributeName"], "email")
        self.assertRegex(answer["CodeDeliveryDetails"]["Destination"], r"^m\*+@e\*+$")
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "mira")),
                         ("UserNotConfirmedException", "User is not confirmed."))

        code = self.sandbox.code_for("mira@example.com")
        self.assertRegex(code, r"^\d{6}$")
        confirm = ("confirm-sign-up", "--client-id", client, "--username", "mira", "--confirmation-code")
        wrong = "000000" if code != "000000" else "000001"
        self.assertEqual(self.refused(*confirm, wrong),
                         ("CodeMismatchException", "Invalid verification code provided, please try again."))
        self.aws(*confirm, code)

        tokens = self.sign_in(client, "mira")
        self.assertEqual((tokens["TokenType"], tokens["ExpiresIn"]), ("Bearer", 3600))
        user = self.aws("get-user", "--access-token", tokens["AccessToken"])
        self.assertEqual(user["Username"], "mira")
        attributes = {entry["Name"]: entry["Value"] for entry in user["UserAttributes"]}
        self.assertEqual(attributes, {"sub": answer["UserSub"], "email": "mira@example.com", "email_verified": "true"})
        status = self.aws("admin-get-user", "--user-pool-id", pool, "--username", "mira")["UserStatus"]
        self.assertEqual(status, "CONFIRMED")

    def test_resent_code_replaces_the_first(self):
        _, client = self.make_mail_pool()
        self.sign_up(client, "resend")
        first = self.sandbox.code_for("resend@example.com")
        self.aws("resend-confirmation-code", "--client-id", client, "--username", "resend")
        second = self.sandbox.code_for("resend@example.com")
        confirm = ("confirm-sign-up", "--client-id", client, "--username", "resend", "--confirmation-code")
        if first != second:
            self.assertEqual(self.refused(*confirm, first)[0], "CodeMismatchException")
        self.aws(*confirm, second)
        self.assertEqual(self.refused(*confirm, second),
                         ("NotAuthorizedException", "User cannot be confirmed. Current status is CONFIRMED"))
        self.assertEqual(self.refused("resend-confirmation-code", "--client-id", client, "--username", "resend"),
                         ("InvalidParameterException", "User is already confirmed."))

    def test_refusals(self):
        _, client = self.make_mail_pool()
        self.sign_up(client, "taken")
        arguments = ("sign-up", "--client-id", client, "--username")
        self.assertEqual(self.refused(*arguments, "taken", "--password", PASSWORD),
                         ("UsernameExistsException", "User already exists"))
        for password, message in (("Short-1", "Password not long enough"),
                                  ("lower-case-1", "Password must have uppercase characters"),
                                  ("UPPER-CASE-1", "Password must have lowercase characters"),
                                  ("No-digits-here", "Password must have numeric characters"),
                                  ("NoSymbols12345", "Password must have symbol characters")):
            with self.subTest(password=password):
                self.assertEqual(self.refused(*arguments, "new", "--password", password),
                                 ("InvalidPasswordException", f"Password did not conform with policy: {message}"))
        mail = ("--user-attributes", "Name=email,Value=nobody")
        self.assertEqual(self.refused(*arguments, "new", "--password", PASSWORD, *mail),
                         ("InvalidParameterException", "Invalid email address format."))
        unknown = "0" * 26
        self.assertEqual(self.refused("sign-up", "--client-id", unknown, "--username", "new", "--password", PASSWORD),
                         ("ResourceNotFoundException", f"User pool client {unknown} does not exist."))


class SigningIn(CliTestCase):
    def test_refusals(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "wrong")
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "wrong", OTHER_PASSWORD)),
                         ("NotAuthorizedException", "Incorrect username or password."))
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "nobody")),
                         ("UserNotFoundException", "User does not exist."))
        self.assertEqual(self.refused("get-user", "--access-token", "not-a-token"),
                         ("NotAuthorizedException", "Invalid Access Token"))
        srp_only = self.make_client(pool, flows=("ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"))["ClientId"]
        self.assertEqual(self.refused(*self.sign_in_arguments(srp_only, "wrong")),
                         ("InvalidParameterException", "USER_PASSWORD_AUTH flow not enabled for this client"))

    def refresh_arguments(self, client, token):
        return ("initiate-auth", "--client-id", client, "--auth-flow", "REFRESH_TOKEN_AUTH",
                "--auth-parameters", f"REFRESH_TOKEN={token}")

    def test_refresh_and_revocation(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "fresh")
        tokens = self.sign_in(client, "fresh")
        refreshed = self.aws(*self.refresh_arguments(client, tokens["RefreshToken"]))["AuthenticationResult"]
        self.assertNotIn("RefreshToken", refreshed)
        self.assertNotEqual(refreshed["AccessToken"], tokens["AccessToken"])
        self.aws("get-user", "--access-token", refreshed["AccessToken"])
        self.aws("revoke-token", "--client-id", client, "--token", tokens["RefreshToken"])
        self.assertEqual(self.refused(*self.refresh_arguments(client, tokens["RefreshToken"])),
                         ("NotAuthorizedException", "Refresh Token has been revoked"))
        self.assertEqual(self.refused("get-user", "--access-token", refreshed["AccessToken"]),
                         ("NotAuthorizedException", "Access Token has been revoked"))

    def test_sign_out_everywhere(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "global")
        first, second = self.sign_in(client, "global"), self.sign_in(client, "global")
        self.aws("global-sign-out", "--access-token", first["AccessToken"])
        for tokens in (first, second):
            self.assertEqual(self.refused("get-user", "--access-token", tokens["AccessToken"]),
                             ("NotAuthorizedException", "Access Token has been revoked"))
            self.assertEqual(self.refused(*self.refresh_arguments(client, tokens["RefreshToken"]))[0],
                             "NotAuthorizedException")
        self.sign_in(client, "global")

    def test_forgotten_password(self):
        pool, client = self.make_mail_pool()
        self.sign_up(client, "forgot")
        self.aws("confirm-sign-up", "--client-id", client, "--username", "forgot",
                 "--confirmation-code", self.sandbox.code_for("forgot@example.com"))
        details = self.aws("forgot-password", "--client-id", client, "--username", "forgot")["CodeDeliveryDetails"]
        self.assertEqual(details["DeliveryMedium"], "EMAIL")
        confirm = ("confirm-forgot-password", "--client-id", client, "--username", "forgot", "--password", OTHER_PASSWORD,
                   "--confirmation-code")
        code = self.sandbox.code_for("forgot@example.com")
        self.assertEqual(self.refused(*confirm, "1" if code != "1" else "2")[0], "CodeMismatchException")
        self.aws(*confirm, code)
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "forgot"))[0], "NotAuthorizedException")
        self.sign_in(client, "forgot", OTHER_PASSWORD)

    def test_client_with_a_secret(self):
        pool = self.make_pool()
        client = self.make_client(pool, "--generate-secret")
        identifier = client["ClientId"]
        arguments = ("sign-up", "--client-id", identifier, "--username", "secret", "--password", PASSWORD)
        self.assertEqual(self.refused(*arguments),
                         ("NotAuthorizedException",
                          f"Client {identifier} is configured with secret but SECRET_HASH was not received"))
        self.assertEqual(self.refused(*arguments, "--secret-hash", "bm90IHRoZSByaWdodCBvbmU="),
                         ("NotAuthorizedException", f"Unable to verify secret hash for client {identifier}"))
        digest = hmac.new(client["ClientSecret"].encode(), f"secret{identifier}".encode(), hashlib.sha256).digest()
        secret_hash = base64.b64encode(digest).decode()
        self.aws(*arguments, "--secret-hash", secret_hash)
        self.aws("admin-confirm-sign-up", "--user-pool-id", pool, "--username", "secret")
        flow, client_option, *rest = self.sign_in_arguments(identifier, "secret")
        self.aws(flow, client_option, *rest[:-1], f"{rest[-1]},SECRET_HASH={secret_hash}")


class Administration(CliTestCase):
    def test_invited_user_chooses_a_password(self):
        pool, client = self.make_mail_pool()
        created = self.aws("admin-create-user", "--user-pool-id", pool, "--username", "invited",
                           "--temporary-password", PASSWORD,
                           "--user-attributes", "Name=email,Value=invited@example.com",
                           "Name=email_verified,Value=true")["User"]
        self.assertEqual(created["UserStatus"], "FORCE_CHANGE_PASSWORD")
        self.assertEqual(self.refused("admin-create-user", "--user-pool-id", pool, "--username", "invited"),
                         ("UsernameExistsException", "User account already exists"))
        challenge = self.aws(*self.sign_in_arguments(client, "invited"))
        self.assertEqual(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED")
        answer = self.aws("respond-to-auth-challenge", "--client-id", client,
                          "--challenge-name", "NEW_PASSWORD_REQUIRED", "--session", challenge["Session"],
                          "--challenge-responses", f"USERNAME=invited,NEW_PASSWORD={OTHER_PASSWORD}")
        self.assertIn("IdToken", answer["AuthenticationResult"])
        user = self.aws("admin-get-user", "--user-pool-id", pool, "--username", "invited")
        self.assertEqual((user["UserStatus"], user["Enabled"]), ("CONFIRMED", True))
        self.sign_in(client, "invited", OTHER_PASSWORD)

    def test_password_set_and_user_deleted(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "managed")
        address = ("--user-pool-id", pool, "--username", "managed")
        self.aws("admin-set-user-password", *address, "--password", OTHER_PASSWORD, "--permanent")
        self.sign_in(client, "managed", OTHER_PASSWORD)
        self.aws("admin-set-user-password", *address, "--password", PASSWORD, "--no-permanent")
        self.assertEqual(self.aws("admin-get-user", *address)["UserStatus"], "FORCE_CHANGE_PASSWORD")
        self.aws("admin-delete-user", *address)
        self.assertEqual(self.refused("admin-get-user", *address), ("UserNotFoundException", "User does not exist."))

    def test_users_are_listed(self):
        pool, client = self.make_mail_pool()
        for name in ("list-anna", "list-bert", "other"):
            self.sign_up(client, name)
        listed = self.aws("list-users", "--user-pool-id", pool)["Users"]
        self.assertEqual({user["Username"] for user in listed}, {"list-anna", "list-bert", "other"})
        self.assertEqual({user["UserStatus"] for user in listed}, {"UNCONFIRMED"})
        filtered = self.aws("list-users", "--user-pool-id", pool, "--filter", 'email ^= "list-"')["Users"]
        self.assertEqual({user["Username"] for user in filtered}, {"list-anna", "list-bert"})
        # The CLI asks for page after page by itself.
        paged = self.aws("list-users", "--user-pool-id", pool, "--page-size", "1")["Users"]
        self.assertEqual(len(paged), 3)

    def test_what_is_not_simulated_is_refused_by_name(self):
        pool = self.make_pool()
        code, message = self.refused("list-identity-providers", "--user-pool-id", pool)
        self.assertEqual(code, "NotSimulatedException")
        self.assertIn("ListIdentityProviders", message)

    def test_administration_needs_a_signature(self):
        code, message = self.refused("list-user-pools", "--max-results", "1", options=("--no-sign-request",))
        self.assertEqual((code, message), ("MissingAuthenticationTokenException", "Missing Authentication Token"))


class VerifiedSignatures(CliTestCase):
    """With `check-signatures=verified` the sandbox computes the signature too."""

    sandbox_arguments = ("--choice", "check-signatures=verified")
    LIST = ("list-user-pools", "--max-results", "1")

    def setUp(self):
        # As the README has it.
        keys = {"AWS_ACCESS_KEY_ID": "sandbox", "AWS_SECRET_ACCESS_KEY": "sandbox"}
        self.environment = type(self).environment | keys

    def test_right_keys_are_taken(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "signed-mira")
        self.environment["AWS_SESSION_TOKEN"] = "any+token/at=all"
        listed = self.aws("list-users", "--user-pool-id", pool, "--filter", 'username = "signed-mira"')["Users"]
        self.assertEqual(len(listed), 1)

    def test_wrong_ones_are_refused(self):
        self.environment["AWS_SECRET_ACCESS_KEY"] = "another"
        self.assertEqual(self.refused(*self.LIST)[0], "InvalidSignatureException")
        self.environment["AWS_ACCESS_KEY_ID"] = "AKIDSANDBOXEXAMPLE00"
        self.assertEqual(self.refused(*self.LIST)[0], "UnrecognizedClientException")

    def test_another_region_is_refused(self):
        self.assertEqual(self.refused(*self.LIST, options=("--region", "eu-west-1"))[0], "InvalidSignatureException")


class OwnAccount(CliTestCase):
    def attributes(self, token):
        return {entry["Name"]: entry["Value"] for entry in self.aws("get-user", "--access-token", token)["UserAttributes"]}

    def test_attributes(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "attr-mira")
        token = self.sign_in(client, "attr-mira")["AccessToken"]
        sent = self.aws("update-user-attributes", "--access-token", token, "--user-attributes",
                        "Name=email,Value=attr-new@example.com", "Name=nickname,Value=M")["CodeDeliveryDetailsList"]
        self.assertEqual([entry["AttributeName"] for entry in sent], ["email"])
        self.assertEqual(self.attributes(token)["email_verified"], "false")
        code = self.sandbox.code_for("attr-new@example.com")
        self.aws("verify-user-attribute", "--access-token", token, "--attribute-name", "email", "--code", code)
        self.assertEqual(self.attributes(token)["email_verified"], "true")
        self.aws("get-user-attribute-verification-code", "--access-token", token, "--attribute-name", "email")
        self.aws("delete-user-attributes", "--access-token", token, "--user-attribute-names", "nickname")
        self.assertNotIn("nickname", self.attributes(token))

    def test_password_and_end(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "own-mira")
        token = self.sign_in(client, "own-mira")["AccessToken"]
        change = ("change-password", "--access-token", token, "--proposed-password", OTHER_PASSWORD, "--previous-password")
        self.assertEqual(self.refused(*change, OTHER_PASSWORD),
                         ("NotAuthorizedException", "Incorrect username or password."))
        self.aws(*change, PASSWORD)
        token = self.sign_in(client, "own-mira", OTHER_PASSWORD)["AccessToken"]
        self.aws("delete-user", "--access-token", token)
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "own-mira")),
                         ("UserNotFoundException", "User does not exist."))


class AdministratorsAccounts(CliTestCase):
    def test_accounts(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "adm-mira")
        address = ("--user-pool-id", pool, "--username", "adm-mira")
        self.aws("admin-update-user-attributes", *address, "--user-attributes",
                 "Name=email_verified,Value=true", "Name=nickname,Value=M")
        self.aws("admin-delete-user-attributes", *address, "--user-attribute-names", "nickname")
        token = self.sign_in(client, "adm-mira")["AccessToken"]
        self.aws("admin-user-global-sign-out", *address)
        self.assertEqual(self.refused("get-user", "--access-token", token),
                         ("NotAuthorizedException", "Access Token has been revoked"))
        self.aws("admin-disable-user", *address)
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "adm-mira")),
                         ("NotAuthorizedException", "User is disabled."))
        self.aws("admin-enable-user", *address)
        self.aws("admin-reset-user-password", *address)
        self.assertEqual(self.refused(*self.sign_in_arguments(client, "adm-mira")),
                         ("PasswordResetRequiredException", "Password reset required for the user"))

    def test_sign_in(self):
        pool = self.make_pool()
        client = self.make_client(pool, flows=("ALLOW_ADMIN_USER_PASSWORD_AUTH",))["ClientId"]
        self.aws("admin-create-user", "--user-pool-id", pool, "--username", "adm-kim", "--temporary-password", PASSWORD,
                 "--message-action", "SUPPRESS")
        both = ("--user-pool-id", pool, "--client-id", client)
        challenge = self.aws("admin-initiate-auth", *both, "--auth-flow", "ADMIN_USER_PASSWORD_AUTH",
                             "--auth-parameters", f"USERNAME=adm-kim,PASSWORD={PASSWORD}")
        self.assertEqual(challenge["ChallengeName"], "NEW_PASSWORD_REQUIRED")
        done = self.aws("admin-respond-to-auth-challenge", *both, "--challenge-name", "NEW_PASSWORD_REQUIRED",
                        "--challenge-responses", f"USERNAME=adm-kim,NEW_PASSWORD={OTHER_PASSWORD}",
                        "--session", challenge["Session"])
        self.assertIn("AccessToken", done["AuthenticationResult"])

    def test_schema_and_tags(self):
        pool = self.make_pool("--user-pool-tags", "team=a")
        self.aws("add-custom-attributes", "--user-pool-id", pool, "--custom-attributes",
                 "Name=team,AttributeDataType=String,Mutable=true")
        described = self.aws("describe-user-pool", "--user-pool-id", pool)["UserPool"]
        self.assertIn("custom:team", [entry["Name"] for entry in described["SchemaAttributes"]])
        resource = ("--resource-arn", described["Arn"])
        self.aws("tag-resource", *resource, "--tags", "cost=b")
        self.aws("untag-resource", *resource, "--tag-keys", "team")
        self.assertEqual(self.aws("list-tags-for-resource", *resource)["Tags"], {"cost": "b"})


class Groups(CliTestCase):
    def test_groups(self):
        pool, client = self.make_mail_pool()
        self.make_user(pool, client, "grp-mira")
        role = "arn:aws:iam::123456789012:role/staff"
        group = ("--user-pool-id", pool, "--group-name", "staff")
        self.aws("create-group", *group, "--precedence", "1")
        self.assertEqual(self.refused("create-group", *group),
                         ("GroupExistsException", "A group with the name already exists"))
        self.aws("update-group", *group, "--role-arn", role)
        self.assertEqual(self.aws("get-group", *group)["Group"]["RoleArn"], role)
        self.assertEqual(len(self.aws("list-groups", "--user-pool-id", pool)["Groups"]), 1)
        self.aws("admin-add-user-to-group", *group, "--username", "grp-mira")
        claims = self.sign_in(client, "grp-mira")["IdToken"].split(".")[1]
        claims = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        self.assertEqual((claims["cognito:groups"], claims["cognito:preferred_role"]), (["staff"], role))
        members = self.aws("list-users-in-group", *group)["Users"]
        self.assertEqual([user["Username"] for user in members], ["grp-mira"])
        self.aws("admin-remove-user-from-group", *group, "--username", "grp-mira")
        address = ("--user-pool-id", pool, "--username", "grp-mira")
        self.assertEqual(self.aws("admin-list-groups-for-user", *address)["Groups"], [])
        self.aws("delete-group", *group)
        self.assertEqual(self.refused("get-group", *group), ("ResourceNotFoundException", "Group not found."))


def known_operations(cli):
    """Those that the CLI has for user pools: it names them where one is not among them."""
    usage = subprocess.run([cli, "cognito-idp", "no-such-operation"], capture_output=True, text=True, check=False).stderr
    return set(re.findall(r"[a-z][a-z0-9-]+", usage.partition("valid choices are:")[2]))


def tearDownModule():
    """After a whole run, every operation that the CLI knows and the sandbox simulates was answered with success."""
    if len(sys.argv) > 3:
        return
    with sandbox.Sandbox(CliTestCase.poolscope) as asked:
        simulated = {re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-", name).lower() for name in asked.operations()}
    known = known_operations(CliTestCase.cli)
    missing = (simulated & known) - CliTestCase.walked
    if missing or not simulated & known:
        raise AssertionError(f"of {len(simulated & known)} operations these were not walked: {sorted(missing)}")
    print(f"{len(simulated & known)} of {len(simulated)} simulated operations are known to the CLI, and all were walked")


if __name__ == "__main__":
    CliTestCase.poolscope, CliTestCase.cli = sys.argv[1:3]
    version = subprocess.run([CliTestCase.cli, "--version"], capture_output=True, text=True, check=True).stdout
    print(version.strip(), os.path.realpath(CliTestCase.cli))
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
