#include "sandbox/sesmailbox.h"

#include "sandbox/dispatcher.h"
#include "sandbox/jsonanswer.h"

#include <QDateTime>

#include <algorithm>

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

json::Value sesMail(const Services &services, const Message &message, const QString &source)
{
    json::Value to = json::Value::array();
    to.append(message.to);
    json::Value destination = json::Value::object();
    destination.set(u"ToAddresses"_s, to);
    json::Value body = json::Value::object();
    body.set(u"text_part"_s, message.body);
    body.set(u"html_part"_s, message.body);
    json::Value mail = json::Value::object();
    mail.set(u"Id"_s, QString::number(message.id));
    mail.set(u"Region"_s, services.region);
    mail.set(u"Destination"_s, destination);
    mail.set(u"Source"_s, source);
    mail.set(u"Subject"_s, message.subject);
    mail.set(u"Body"_s, body);
    mail.set(u"Timestamp"_s, QDateTime::fromMSecsSinceEpoch(message.timeMs, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"));
    return mail;
}

QList<Message> mailsOldestFirst(const Services &services, const QString &id)
{
    QList<Message> mails = services.mailbox.list();
    mails.removeIf([&](const Message &message) {
        return message.medium != Message::Medium::Email || (!id.isEmpty() && QString::number(message.id) != id);
    });
    std::reverse(mails.begin(), mails.end());
    return mails;
}

httpserver::HttpResponse listMails(const Services &services, const httpserver::HttpRequest &request)
{
    const QString wanted = request.queryValue(u"email");
    json::Value found = json::Value::array();
    const QList<Message> mails = mailsOldestFirst(services, request.queryValue(u"id"));
    for (const Message &message : mails) {
        const PoolPtr pool = services.store.pool(message.userPoolId);
        const QString source = mailSource(pool ? pool->settings : idp::UserPoolType{});
        if (wanted.isEmpty() || wanted == source)
            found.append(sesMail(services, message, source));
    }
    json::Value body = json::Value::object();
    body.set(u"messages"_s, found);
    return jsonAnswer(200, body, services.clock);
}

httpserver::HttpResponse deleteMails(const Services &services, const httpserver::HttpRequest &request)
{
    const QString id = request.queryValue(u"id");
    const QList<Message> mails = mailsOldestFirst(services, id);
    if (!id.isEmpty() && mails.isEmpty()) {
        json::Value body = json::Value::object();
        body.set(u"message"_s, u"There is no mail with this id."_s);
        return jsonAnswer(404, body, services.clock);
    }
    Store::Unit unit(services.store);
    for (const Message &message : mails)
        services.store.run(u"DELETE FROM messages WHERE id = ?"_s, {message.id});
    unit.commit();
    services.mailbox.announce();
    return {.status = 204, .headers = {{"Date", httpserver::httpDate(services.clock.now())}}};
}

} // namespace

QString mailSource(const idp::UserPoolType &pool)
{
    const auto email = pool.emailConfiguration.value_or(idp::EmailConfigurationType{});
    if (email.from && !email.from->isEmpty())
        return *email.from;
    const QString identity = email.sourceArn.value_or(QString()).section(u":identity/"_s, 1);
    return identity.contains(u'@') ? identity : u"no-reply@verificationemail.com"_s;
}

httpserver::HttpResponse answerSes(const Services &services, const httpserver::HttpRequest &request)
{
    if (request.method == "DELETE")
        return deleteMails(services, request);
    if (request.method == "GET" || request.method == "HEAD")
        return listMails(services, request);
    json::Value body = json::Value::object();
    body.set(u"message"_s, u"Only GET and DELETE are served here."_s);
    return jsonAnswer(405, body, services.clock);
}

} // namespace poolscope::sandbox
