#include "ui/fields/attributefield.h"

namespace poolscope::ui {

namespace {

Qt::InputMethodHints hintsFor(auth::AttributeType type)
{
    switch (type) {
    case auth::AttributeType::Email:
        return Qt::ImhEmailCharactersOnly;
    case auth::AttributeType::Phone:
        return Qt::ImhDialableCharactersOnly;
    case auth::AttributeType::Url:
        return Qt::ImhUrlCharactersOnly;
    case auth::AttributeType::Number:
        return Qt::ImhFormattedNumbersOnly;
    default:
        return Qt::ImhNone;
    }
}

} // namespace

AttributeField::AttributeField(const auth::AttributeSpec &spec, QWidget *parent)
    : QLineEdit(parent)
    , m_spec(spec)
{
    setObjectName(QStringLiteral("attribute.") + spec.name);
    setAccessibleName(spec.label);
    setPlaceholderText(spec.hint);
    setInputMethodHints(hintsFor(spec.type));
}

QString AttributeField::problem() const
{
    return auth::attributeProblem(m_spec, value()).value_or(QString());
}

} // namespace poolscope::ui
