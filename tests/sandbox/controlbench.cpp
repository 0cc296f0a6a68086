#include "controlbench.h"

#include "support/signingkeys.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

namespace poolscope::test {

bool ControlBench::prepare()
{
    static int count = 0;
    m_user = QStringLiteral("mira%1@example.com").arg(++count);
    m_other = QStringLiteral("nora%1@example.com").arg(count);
    if (!m_sandbox && !start())
        return false;
    m_sandbox->backToRealTime();
    m_sandbox->clearFaults();
    QCoreApplication::processEvents(); // what was announced of that
    return true;
}

void ControlBench::end()
{
    m_caller.reset();
    m_sandbox.reset();
}

bool ControlBench::start()
{
    m_sandbox = std::make_unique<sandbox::Sandbox>(sandbox::Options{.makeKey = poolscope::tests::sharedSigningKey});
    QSignalSpy started(m_sandbox.get(), &sandbox::Sandbox::started);
    m_sandbox->start();
    if (!started.wait(60'000))
        return false;
    m_caller = std::make_unique<HttpCaller>(m_sandbox->endpoint());
    m_demo = {};
    m_sandbox->demoPool(m_sandbox.get(),
                        [this](const Result<sandbox::DemoPool> &demo) { m_demo = demo.value_or(sandbox::DemoPool{}); });
    return QTest::qWaitFor([this] { return !m_demo.clientId.isEmpty(); }, 30'000);
}

json::Value ControlBench::signUpOf(const QString &name) const
{
    return object({{QStringLiteral("ClientId"), m_demo.clientId},
                   {QStringLiteral("Username"), name},
                   {QStringLiteral("Password"), QStringLiteral("Passw0rd!")}});
}

bool ControlBench::setFaults(const QByteArray &list)
{
    return m_caller->request("PUT", faultsPath, "{\"faults\":" + list + "}").status == 200;
}

double ControlBench::offset()
{
    return m_caller->get(clockPath).json.value(u"offset").toDouble().value_or(-1);
}

} // namespace poolscope::test
