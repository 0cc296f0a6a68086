#pragma once

#include "auth/challenge.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace poolscope::crypto {
class RandomSource;
}

namespace poolscope::ui {

class Form;

// One field of a challenge on the screen: draws itself into a form and gives its part of the answers.
class ChallengeInput
{
public:
    virtual ~ChallengeInput() = default;
    virtual QWidget *widget() const = 0; // what takes the focus and an error
    virtual QMap<QString, QString> answers() const = 0;
};

struct ChallengeContext
{
    Form *form = nullptr;
    crypto::RandomSource *random = nullptr;
    std::optional<auth::PasswordPolicy> policy;
    std::function<void()> submit; // Enter was pressed
};

// Adds the row for a field to the form. Null for fields that only show something.
std::unique_ptr<ChallengeInput> addChallengeField(const auth::ChallengeField &field, const ChallengeContext &context);

} // namespace poolscope::ui
