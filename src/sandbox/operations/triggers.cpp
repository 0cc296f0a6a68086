#include "sandbox/operations/triggers.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

json::Value userAttributes(const TriggerCall &from)
{
    json::Value map = json::Value::object();
    if (from.user) {
        map.set(u"sub"_s, from.user->sub);
        map.set(u"cognito:user_status"_s, from.user->status);
    }
    for (const UserAttribute &one : from.user ? from.user->attributes : from.attributes)
        map.set(one.name, one.value);
    if (from.user && isAliasAttribute(from.pool->settings, attribute::Email) &&
        isVerified(*from.user, attribute::Email))
        map.set(u"cognito:email_alias"_s, *from.user->attribute(attribute::Email));
    if (from.user && isAliasAttribute(from.pool->settings, attribute::PhoneNumber) &&
        isVerified(*from.user, attribute::PhoneNumber))
        map.set(u"cognito:phone_number_alias"_s, *from.user->attribute(attribute::PhoneNumber));
    return map;
}

// "PreSignUp" of "PreSignUp_SignUp": the member of LambdaConfig.
QString configuredFunction(const idp::UserPoolType &pool, QLatin1StringView source)
{
    QString trigger = QString(source).section(u'_', 0, 0);
    if (trigger == u"TokenGeneration"_s)
        trigger = u"PreTokenGeneration"_s;
    if (!pool.lambdaConfig)
        return {};
    return model::encode(*pool.lambdaConfig).value(trigger).toString();
}

json::Value customMessageRequest(QLatin1StringView kind)
{
    json::Value extra = json::Value::object();
    extra.set(u"codeParameter"_s, u"{####}"_s);
    extra.set(u"linkParameter"_s, u"{##Click Here##}"_s);
    extra.set(u"usernameParameter"_s,
              kind == QLatin1StringView("AdminCreateUser") ? json::Value(u"{username}"_s) : json::Value());
    return extra;
}

json::Value customMessageResponse()
{
    json::Value response = json::Value::object();
    for (const QString &member : {u"smsMessage"_s, u"emailMessage"_s, u"emailSubject"_s})
        response.set(member, json::Value());
    return response;
}

MessageText poolText(const idp::UserPoolType &pool, QLatin1StringView kind, Message::Medium medium)
{
    return kind == QLatin1StringView("AdminCreateUser") ? invitationText(pool, medium) : verificationText(pool, medium);
}

} // namespace

json::Value objectOf(const std::optional<QMap<QString, QString>> &map)
{
    if (!map)
        return {};
    QList<json::Member> members; // not set one by one: their names are known to differ, and there may be very many
    members.reserve(map->size());
    for (auto one = map->cbegin(); one != map->cend(); ++one)
        members.append({one.key(), one.value()});
    return members;
}

QMap<QString, QString> mapOf(const QList<idp::AttributeType> &attributes)
{
    QMap<QString, QString> map;
    for (const idp::AttributeType &one : attributes)
        map.insert(one.name.value_or(QString()), one.value.value_or(QString()));
    return map;
}

void fireTrigger(const TriggerCall &from, QLatin1StringView source, const json::Value &extra,
                 const json::Value &response, Then<json::Value> then)
{
    TriggerEvent event;
    event.source = source;
    event.poolId = from.pool->id;
    event.clientId = from.client ? from.client->id : QString();
    event.username = from.user ? from.user->username : from.typedName;
    event.lambdaArn = configuredFunction(from.pool->settings, source);
    event.request = json::Value::object();
    event.request.set(u"userAttributes"_s, userAttributes(from));
    for (const json::Member &member : extra.members())
        event.request.set(member.name, member.value);
    // clientMetadata is left out when absent, validationData is null, as seen in events of the service.
    if (from.clientMetadata)
        event.request.set(u"clientMetadata"_s, objectOf(from.clientMetadata));
    if (source.startsWith(QLatin1StringView("PreSignUp")) || source.startsWith(QLatin1StringView("PreAuth")))
        event.request.set(u"validationData"_s, objectOf(from.validationData));
    event.response = response;
    from.call->services.triggers.fire(event, [then = std::move(then), call = from.call](const TriggerOutcome &outcome) {
        if (outcome.error)
            then(tl::unexpected(*outcome.error));
        else
            then(outcome.handled ? outcome.response : json::Value());
    });
}

void customMessage(const TriggerCall &from, QLatin1StringView kind, Message::Medium medium, Then<MessageText> then)
{
    const QString source = u"CustomMessage_"_s + kind;
    const QByteArray latin = source.toLatin1();
    fireTrigger(from, QLatin1StringView(latin), customMessageRequest(kind), customMessageResponse(),
                [then = std::move(then), pool = from.pool, kind, medium](const Outcome<json::Value> &answer) {
                    if (!answer)
                        return then(tl::unexpected(answer.error()));
                    MessageText text = poolText(pool->settings, kind, medium);
                    const bool isEmail = medium == Message::Medium::Email;
                    const QString body = answer->value(isEmail ? u"emailMessage" : u"smsMessage").toString();
                    const QString subject = answer->value(u"emailSubject").toString();
                    if (!body.isEmpty())
                        text.body = body;
                    if (isEmail && !subject.isEmpty())
                        text.subject = subject;
                    then(text);
                });
}

} // namespace poolscope::sandbox
