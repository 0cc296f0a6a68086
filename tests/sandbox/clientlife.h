#pragma once

#include "httpcaller.h"
#include "model/codec.h"

namespace poolscope::test {

// A pool and the ways to call it, for clients that work at the same time.
struct SharedPool
{
    QUrl endpoint;
    QString poolId;
    QString clientId;
};

template<class Request>
QNetworkReply *send(HttpCaller &caller, const Request &request)
{
    const QLatin1StringView name = Request::operation().name;
    return caller.send(QByteArray(name.data(), name.size()), model::encode(request), true);
}

template<class Request>
Answer call(HttpCaller &caller, const Request &request)
{
    return caller.finish(send(caller, request));
}

// "200" or "NotAuthorizedException: Incorrect username or password.".
QString verdictOf(const Answer &answer);

// The newest code that was sent to an address.
QString codeFor(HttpCaller &caller, const QString &address);

// One user's whole life, from signing up to being deleted, with its mistakes. Gives every answer, without what is
// random or a time; %1 stands for the user's name. Runs on any thread.
QStringList liveOn(const SharedPool &pool, const QString &name);

} // namespace poolscope::test
