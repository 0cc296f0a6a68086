#pragma once

#include "httpcaller.h"
#include "sandbox/sandbox.h"

#include <memory>

namespace poolscope::test {

inline const QString clockPath = QStringLiteral("/_poolscope/clock");
inline const QString faultsPath = QStringLiteral("/_poolscope/faults");
inline const QString expirePath = QStringLiteral("/_poolscope/expire");
inline constexpr qint64 dayMs = 86'400'000;

// A running sandbox for tests of what testers turn: one for all of them, and a new one after those that end it.
class ControlBench final
{
public:
    // Back at real time and without faults; user() and other() are names that nobody has signed up by.
    bool prepare();
    void end();

    sandbox::Sandbox &sandbox() { return *m_sandbox; }
    HttpCaller &caller() { return *m_caller; }
    const sandbox::DemoPool &pool() const { return m_demo; }
    const QString &user() const { return m_user; }
    const QString &other() const { return m_other; }

    json::Value signUpOf(const QString &name) const;
    Answer signUp(const QString &name) { return m_caller->call("SignUp", signUpOf(name)); }
    bool setFaults(const QByteArray &list); // by PUT
    double offset();                        // of the clock, in seconds, by GET

private:
    bool start();

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<HttpCaller> m_caller;
    sandbox::DemoPool m_demo;
    QString m_user;
    QString m_other;
};

} // namespace poolscope::test
