#pragma once

#include "testworld.h"

// What comes of settings of pools, app clients and groups that no source settles, as a verdict or in a few words.
namespace poolscope::sandbox::test {

QString updated(TestWorld &w);
QString updatedGroup(TestWorld &w);
QString rulesOfPartialPolicy(TestWorld &w); // of one that only names the length
QString developerOnlyNames(TestWorld &w);   // of one that the pool was made with, and one added later
QString lastSecretDeleted(TestWorld &w);
QString secretForPublic(TestWorld &w);
QString withTheOlderSecret(TestWorld &w); // a hash made with it, and the secret itself, twice
QString refreshTokenParts(TestWorld &w);  // their number

} // namespace poolscope::sandbox::test
