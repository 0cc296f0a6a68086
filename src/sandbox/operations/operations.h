#pragma once

#include "sandbox/operation.h"

// The groups of operations; registerOperations() calls them all.
namespace poolscope::sandbox {

void registerUserPools(Registry &registry);
void registerUserPoolClients(Registry &registry);
void registerSignUp(Registry &registry);
void registerConfirmation(Registry &registry);
void registerSignIn(Registry &registry);
void registerPasswordReset(Registry &registry);
void registerTokens(Registry &registry);
void registerRefreshTokens(Registry &registry);
void registerOwnAccount(Registry &registry);
void registerOwnAttributes(Registry &registry);
void registerAdminUsers(Registry &registry);
void registerAdminCreateUser(Registry &registry);
void registerListUsers(Registry &registry);
void registerAdminAccounts(Registry &registry);
void registerAdminAttributes(Registry &registry);
void registerClientSecrets(Registry &registry);
void registerGroups(Registry &registry);
void registerGroupMembers(Registry &registry);
void registerTags(Registry &registry);

inline QStringList names(std::initializer_list<const char *> list)
{
    QStringList strings;
    for (const char *one : list)
        strings << QString::fromLatin1(one);
    return strings;
}

} // namespace poolscope::sandbox
