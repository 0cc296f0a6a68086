#pragma once

// The tables of what every operation refuses: their rows begin with the operation's name.
namespace poolscope::sandbox::test {

void everyError_data(); // the columns and all tables below

void signUpErrors_data();
void confirmationErrors_data();
void passwordResetErrors_data();
void passwordErrors_data(); // of bad ones, and of too many
void hiddenErrors_data();   // of users whom app clients hide
void administratorErrors_data();
void adminAccountErrors_data();
void adminSignInErrors_data();
void signInErrors_data();
void tokenErrors_data();
void accessTokenErrors_data();
void ownAccountErrors_data();
void ownAttributeErrors_data();
void refreshErrors_data();
void groupErrors_data();
void settingsErrors_data(); // of pools and clients
void namedErrors_data();    // pools, clients, users and groups that are not there; secret hashes
void triggerErrors_data();
void protocolErrors_data();

} // namespace poolscope::sandbox::test
