#pragma once

#include "auth/attributes.h"

#include <QLineEdit>

namespace poolscope::ui {

// One line for the value of a user attribute; knows what the pool's schema says of it.
class AttributeField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit AttributeField(const auth::AttributeSpec &spec, QWidget *parent = nullptr);

    const auth::AttributeSpec &spec() const { return m_spec; }
    QString value() const { return text().trimmed(); }
    // What is wrong with it, as a sentence; empty when all is well.
    QString problem() const;

private:
    auth::AttributeSpec m_spec;
};

} // namespace poolscope::ui
