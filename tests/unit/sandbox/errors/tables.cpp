#include "errors/tables.h"

#include "errors/errortable.h"

namespace poolscope::sandbox::test {

void everyError_data()
{
    addErrorColumns();
    signUpErrors_data();
    confirmationErrors_data();
    passwordResetErrors_data();
    passwordErrors_data();
    hiddenErrors_data();
    administratorErrors_data();
    signInErrors_data();
    tokenErrors_data();
    accessTokenErrors_data();
    ownAccountErrors_data();
    ownAttributeErrors_data();
    refreshErrors_data();
    adminAccountErrors_data();
    adminSignInErrors_data();
    groupErrors_data();
    settingsErrors_data();
    namedErrors_data();
    triggerErrors_data();
    protocolErrors_data();
}

} // namespace poolscope::sandbox::test
