#pragma once

#include "person.h"

namespace poolscope::load {

// The pool's first app client, and some of the users who were there before: nobody changes them, so every answer about
// them is always the same.
class Crowd final
{
public:
    // Asks the sandbox. False: it could not be told.
    bool load(Client &client);

    const Pool &pool() const { return m_pool; }
    // A question about one of them; empty, or what is wrong with the answer. From any thread.
    QString ask(Client &client, Dice &dice) const;

private:
    bool findPool(Client &client);

    Pool m_pool;
    QList<json::Value> m_users; // as ListUsers gives them
};

} // namespace poolscope::load
