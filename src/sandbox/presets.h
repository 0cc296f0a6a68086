#pragma once

#include "model/cognitoidp.h"

#include <QList>
#include <QString>

namespace poolscope::sandbox {

// A kind of pool that can be made with one click, as the requests that make it.
struct Preset
{
    QString id;                              // "email", stable
    QString title;                           // translated
    QString description;                     // translated, one sentence
    idp::CreateUserPoolRequest pool;         // poolName is the English title
    idp::CreateUserPoolClientRequest client; // userPoolId is to be filled in with the new pool's
};

QList<Preset> presets();
Preset demoPreset(); // what the first start makes

} // namespace poolscope::sandbox
