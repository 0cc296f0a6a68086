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
    registerRefreshTokens(registry);
    registerOwnAccount(registry);
    registerOwnAttributes(registry);
    registerAdminUsers(registry);
    registerAdminCreateUser(registry);
    registerListUsers(registry);
    registerAdminAccounts(registry);
    registerAdminAttributes(registry);
    registerClientSecrets(registry);
    registerGroups(registry);
    registerGroupMembers(registry);
    registerTags(registry);
}

} // namespace poolscope::sandbox
