#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/jsonanswer.h"
#include "sandbox/operation.h"

#include <QUrl>

namespace poolscope::sandbox {

// What the sandbox serves besides the service's own protocol:
//   GET /<poolId>/.well-known/jwks.json, /<poolId>/.well-known/openid-configuration
//   GET /_poolscope/messages[?to=&username=&userPoolId=&since=<seconds>&limit=]  newest first: [{id, time, medium, to,
//       subject, body, code, username, userPoolId, state}], time in seconds since 1970 UTC (milliseconds as fraction),
//       medium EMAIL or SMS, state current, replaced, used or expired
//   GET /_poolscope/health
//   GET, DELETE /_aws/ses: see sesmailbox.h
class SidePaths final
{
public:
    SidePaths(Services &services, QUrl endpoint);

    // Any thread; answers from the service thread. Everything it does not know is answered with 404.
    void serve(const httpserver::HttpRequest &request, const HttpAnswer &reply) const;

private:
    void messages(const httpserver::HttpRequest &request, const HttpAnswer &reply) const;
    void health(const HttpAnswer &reply) const;
    void keySet(const QString &poolId, const HttpAnswer &reply) const;
    void discovery(const QString &poolId, const HttpAnswer &reply) const;
    void answer(const HttpAnswer &reply, int status, const json::Value &body) const;

    Services &m_services;
    QUrl m_endpoint;
};

} // namespace poolscope::sandbox
