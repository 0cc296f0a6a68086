#pragma once

#include "httpserver/httpserver.h"

#include <QTest>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace poolscope {

// Answers "METHOD target body" at once, except for /hold (kept until release()), /drop (no answer) and /cut.
class EchoServer final
{
public:
    static constexpr httpserver::Limits shortLimits{.headerBytes = 16 * 1024,
                                                    .bodyBytes = 1024 * 1024,
                                                    .connections = 256,
                                                    .readDeadline = std::chrono::milliseconds(300),
                                                    .idleDeadline = std::chrono::milliseconds(2'000),
                                                    .writeDeadline = std::chrono::milliseconds(2'000),
                                                    .drainDeadline = std::chrono::milliseconds(300)};

    void start(const httpserver::Limits &limits = shortLimits)
    {
        end();
        m_held.clear();
        m_handled = 0;
        m_server = std::make_unique<httpserver::HttpServer>(
            [this](const httpserver::HttpRequest &request, const httpserver::Reply &reply) { handle(request, reply); },
            limits);
        const auto started = m_server->start(0);
        QVERIFY(started);
        QVERIFY(*started > 0);
    }
    void end() { m_server.reset(); } // what is held can still be released
    void release()
    {
        const std::lock_guard lock(m_mutex);
        for (const httpserver::Reply &reply : m_held)
            reply(httpserver::HttpResponse{200, {}, "released"});
        m_held.clear();
    }

    httpserver::HttpServer &server() { return *m_server; }
    quint16 port() const { return m_server->port(); }
    int handled() const { return m_handled.load(); }

private:
    void handle(const httpserver::HttpRequest &request, const httpserver::Reply &reply)
    {
        ++m_handled;
        if (request.path == QLatin1StringView("/drop"))
            return;
        if (request.path == QLatin1StringView("/hold")) {
            const std::lock_guard lock(m_mutex);
            m_held.push_back(reply);
            return;
        }
        httpserver::HttpResponse response;
        response.cut = request.path == QLatin1StringView("/cut");
        response.headers = {{"Content-Type", "text/plain"}, {"x-amzn-RequestId", "r"}};
        response.body = request.method + ' ' + request.target + ' ' + request.body;
        reply(std::move(response));
    }

    std::mutex m_mutex;
    std::vector<httpserver::Reply> m_held;
    std::atomic_int m_handled = 0;
    std::unique_ptr<httpserver::HttpServer> m_server; // goes first: its thread calls handle()
};

} // namespace poolscope
