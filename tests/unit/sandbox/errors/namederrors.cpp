#include "errors/errortable.h"
#include "errors/requests.h"
#include "errors/tables.h"

// Whom and what requests name: pools, clients, users and groups that are not there, and secret hashes.
namespace poolscope::sandbox::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray title(const model::OperationDescriptor &operation, const char *condition)
{
    return (QString(operation.name) + u": "_s + QString::fromLatin1(condition)).toUtf8();
}

// The smallest request with one member changed.
Act with(const model::OperationDescriptor &operation, const QString &member, const QString &value)
{
    return [&operation, member, value](TestWorld &w) {
        json::Value request = smallestRequest(w, operation);
        request.set(member, value);
        return verdict(w.bench.callJson(QString(operation.name), request));
    };
}

void missingThings(const model::OperationDescriptor &operation)
{
    const model::StructDescriptor &input = *operation.input;
    const QString name(operation.name);
    if (input.find(u"UserPoolId"))
        row(title(operation, "no such pool"), with(operation, u"UserPoolId"_s, u"us-east-1_000000000"_s), unknownPool);
    if (input.find(u"ClientId"))
        row(title(operation, "no such client"), with(operation, u"ClientId"_s, u"nobody"_s), unknownClient);
    const bool findsUsers = input.find(u"UserPoolId") && input.find(u"Username") && name != u"AdminCreateUser"_s;
    if (findsUsers)
        row(title(operation, "no such user"), with(operation, u"Username"_s, u"ghost"_s), noSuchUser);
    if (input.find(u"GroupName") && !input.find(u"Username") && name != u"CreateGroup"_s)
        row(title(operation, "no such group"), with(operation, u"GroupName"_s, u"ghosts"_s),
            u"ResourceNotFoundException: Group not found."_s);
    if (input.find(u"GroupName") && input.find(u"Username")) {
        const Act act = [&operation](TestWorld &w) {
            json::Value request = smallestRequest(w, operation);
            request.set(u"Username"_s, w.confirmed(w.names, w.newName()));
            return verdict(w.bench.callJson(QString(operation.name), request));
        };
        row(title(operation, "no such group"), act, u"ResourceNotFoundException: Group not found."_s);
    }
}

// Sends the request to a client with the hash, as a member or among the parameters.
Act withHash(const model::OperationDescriptor &operation, bool secretive, const std::optional<QString> &hash)
{
    return [&operation, secretive, hash](TestWorld &w) {
        const QString client = secretive ? w.secretive : w.names;
        json::Value request = smallestRequest(w, operation);
        request.set(u"ClientId"_s, client);
        for (const QString &map : {u"AuthParameters"_s, u"ChallengeResponses"_s}) {
            if (!operation.input->find(map))
                continue;
            json::Value parameters = request.value(map);
            if (hash)
                parameters.set(u"SECRET_HASH"_s, *hash);
            request.set(map, parameters);
        }
        if (hash && operation.input->find(u"SecretHash"))
            request.set(u"SecretHash"_s, *hash);
        return verdict(w.bench.callJson(QString(operation.name), request)).remove(client);
    };
}

void secretHashes(const model::OperationDescriptor &operation)
{
    const model::StructDescriptor &input = *operation.input;
    if (!input.find(u"SecretHash") && !input.find(u"AuthParameters") && !input.find(u"ChallengeResponses"))
        return;
    row(title(operation, "no secret hash"), withHash(operation, true, {}),
        u"NotAuthorizedException: Client  is configured with secret but SECRET_HASH was not received"_s);
    row(title(operation, "wrong secret hash"), withHash(operation, true, u"d3Jvbmc="_s),
        u"NotAuthorizedException: Unable to verify secret hash for client "_s);
    row(title(operation, "secret hash for a public client"), withHash(operation, false, u"d3Jvbmc="_s),
        u"InvalidParameterException: App client  is not configured for secret but secret hash was received"_s);
}

} // namespace

void namedErrors_data()
{
    for (const model::OperationDescriptor *operation : simulatedOperations()) {
        missingThings(*operation);
        secretHashes(*operation);
    }
}

} // namespace poolscope::sandbox::test
