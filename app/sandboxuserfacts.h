#pragma once

#include "ui/workspace/userfacts.h"

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope {

// What the embedded sandbox knows of its users, for explaining a refused sign-in.
class SandboxUserFacts final : public ui::UserFacts
{
public:
    explicit SandboxUserFacts(sandbox::Sandbox &sandbox); // which outlives this

    void ask(const QString &userPoolId, const QString &username, QObject *context,
             std::function<void(const diagnosis::Facts &)> handler) override;

private:
    sandbox::Sandbox &m_sandbox;
};

} // namespace poolscope
