#include "sandboxtarget.h"

#include "fuzzing.h"

#include "json/reader.h"

#include <QCoreApplication>

namespace poolscope::fuzz {

using namespace Qt::StringLiterals;
using namespace sandbox;

void makeApplication(int *argc, char **argv)
{
    static const QCoreApplication application(*argc, argv);
}

SandboxTarget::SandboxTarget()
{
    const QString name = m_world.confirmed(m_world.names, u"jane"_s);
    const auto tokens = m_world.tokens(m_world.names, name);
    m_world.bench.call(idp::CreateGroupRequest{.groupName = u"staff"_s, .userPoolId = m_world.namesPool});
    m_world.signUp(m_world.names, u"john"_s);
    const QString arn = u"arn:aws:cognito-idp:us-east-1:123456789012:userpool/"_s + m_world.namesPool;
    m_names = {{"$POOL", m_world.namesPool.toLatin1()},
               {"$CLIENT", m_world.names.toLatin1()},
               {"$SECRETIVE", m_world.secretive.toLatin1()},
               {"$TOKEN", tokens.accessToken->toLatin1()},
               {"$REFRESH", tokens.refreshToken->toLatin1()},
               {"$CODE", m_world.bench.lastCode().toLatin1()},
               {"$ARN", arn.toLatin1()}};
}

QByteArray SandboxTarget::filled(QByteArray input) const
{
    for (const auto &[name, value] : m_names)
        input.replace(name, value);
    return input;
}

SandboxTarget &SandboxTarget::current()
{
    static std::unique_ptr<SandboxTarget> target;
    static int inputs = 0;
    if (inputs % 2'000 == 0) { // what inputs leave behind slows those after them
        target.reset();
        target = std::make_unique<SandboxTarget>();
    }
    if (inputs++ == 0)
        std::atexit([] { target.reset(); }); // while the storage that it closes still stands
    return *target;
}

void checkAnswer(const httpserver::HttpResponse &response)
{
    require(response.status == 200 || response.status == 400, "no step fails by itself");
    const auto body = json::read(response.body);
    require(body && body->root.isObject(), "the answer is a JSON object");
    if (response.status == 400) {
        require(body->root.value(u"__type").toString().endsWith(u"Exception"_s), "a refusal has a name");
        require(!body->root.value(u"message").toString().isEmpty(), "a refusal has a text");
    }
    for (const httpserver::Header &header : response.headers) {
        for (const char c : header.second)
            require(c >= 0x20 && c <= 0x7e, "headers are printable ASCII");
    }
}

} // namespace poolscope::fuzz
