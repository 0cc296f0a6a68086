#include "sandbox/operations/operations.h"

namespace poolscope::sandbox {

void registerOperations(Registry &registry)
{
    registerUserPools(registry);
    registerUserPoolClients(registry);
    registerSignUp(registry);
    registerConfirmation(registry);
    registerSignIn(registry);
    registerPasswordReset(registry);
    registerTokens(registry);
    registerAdminUsers(registry);
    registerAdminCreateUser(registry);
    registerListUsers(registry);
}

} // namespace poolscope::sandbox
