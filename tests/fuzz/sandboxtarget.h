#pragma once

#include "testworld.h"

#include <memory>

// The sandbox as fuzzers meet it: pools, app clients, users and tokens that inputs can name, made anew from time to time.
namespace poolscope::fuzz {

// Storage needs it; the first call makes it.
void makeApplication(int *argc, char **argv);

class SandboxTarget final
{
public:
    SandboxTarget();

    // $POOL, $CLIENT, $SECRETIVE, $TOKEN, $REFRESH, $CODE and $ARN stand for what is different each time.
    QByteArray filled(QByteArray input) const;
    sandbox::test::TestWorld &world() { return m_world; }

    // One for the next input.
    static SandboxTarget &current();

private:
    sandbox::test::TestWorld m_world;
    QList<std::pair<QByteArray, QByteArray>> m_names;
};

// An answer of the service's protocol: 200 or 400, JSON, an exception's name and text where it is 400.
void checkAnswer(const httpserver::HttpResponse &response);

} // namespace poolscope::fuzz
