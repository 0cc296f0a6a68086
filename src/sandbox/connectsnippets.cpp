#include "sandbox/connectsnippets.h"

namespace poolscope::sandbox {

namespace {

// Only what differs stands in the templates as {...}; the keys are those that do even where signatures are verified.
constexpr char amplifySnippet[] = R"(import { Amplify } from 'aws-amplify';

Amplify.configure({
  Auth: {
    Cognito: {
      userPoolId: '{userPoolId}',
      userPoolClientId: '{clientId}',
      userPoolEndpoint: '{endpoint}',
    },
  },
});
)";

constexpr char jsSnippet[] =
    R"(import { CognitoIdentityProviderClient, ListUsersCommand } from '@aws-sdk/client-cognito-identity-provider';

const userPoolId = '{userPoolId}';
const clientId = '{clientId}';
const client = new CognitoIdentityProviderClient({
  region: '{region}',
  endpoint: '{endpoint}',
  credentials: { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' },
});

const { Users } = await client.send(new ListUsersCommand({ UserPoolId: userPoolId, Limit: 10 }));
console.log(clientId, Users);
)";

constexpr char pythonSnippet[] = R"(import boto3

USER_POOL_ID = "{userPoolId}"
CLIENT_ID = "{clientId}"
client = boto3.client(
    "cognito-idp",
    region_name="{region}",
    endpoint_url="{endpoint}",
    aws_access_key_id="sandbox",
    aws_secret_access_key="sandbox",
)

print(CLIENT_ID, client.list_users(UserPoolId=USER_POOL_ID, Limit=10)["Users"])
)";

constexpr char javaSnippet[] = R"(import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

public class Sandbox {
    static final String USER_POOL_ID = "{userPoolId}";
    static final String CLIENT_ID = "{clientId}";

    public static void main(String[] args) {
        CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
                .region(Region.of("{region}"))
                .endpointOverride(URI.create("{endpoint}"))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("sandbox", "sandbox")))
                .build();
        System.out.println(CLIENT_ID + " " + client.listUsers(request -> request.userPoolId(USER_POOL_ID).limit(10)));
    }
}
)";

constexpr char cliSnippet[] =
    R"(export AWS_ACCESS_KEY_ID=sandbox AWS_SECRET_ACCESS_KEY=sandbox AWS_DEFAULT_REGION={region}
aws --endpoint-url {endpoint} cognito-idp list-users --user-pool-id {userPoolId} --limit 10
aws --endpoint-url {endpoint} cognito-idp describe-user-pool-client --user-pool-id {userPoolId} --client-id {clientId}
)";

} // namespace

QList<ConnectSnippet> connectSnippets(const ConnectFacts &facts)
{
    const auto filledIn = [&facts](const char *text) {
        return QString::fromLatin1(text)
            .replace(QStringLiteral("{endpoint}"), facts.endpoint)
            .replace(QStringLiteral("{region}"), facts.region)
            .replace(QStringLiteral("{userPoolId}"), facts.userPoolId)
            .replace(QStringLiteral("{clientId}"), facts.clientId);
    };
    return {
        {QStringLiteral("amplify"), QStringLiteral("Amplify for JavaScript (v6)"), filledIn(amplifySnippet), true},
        {QStringLiteral("js"), QStringLiteral("AWS SDK for JavaScript (v3)"), filledIn(jsSnippet)},
        {QStringLiteral("python"), QStringLiteral("AWS SDK for Python (boto3)"), filledIn(pythonSnippet)},
        {QStringLiteral("java"), QStringLiteral("AWS SDK for Java (2.x)"), filledIn(javaSnippet)},
        {QStringLiteral("cli"), QStringLiteral("AWS CLI"), filledIn(cliSnippet)},
    };
}

} // namespace poolscope::sandbox
