#include "ui/signup/attributerows.h"

#include "auth/userpoolaccess.h"
#include "diagnosis/explain.h"
#include "ui/common/buttons.h"
#include "ui/common/form.h"
#include "ui/fields/attributefield.h"
#include "ui/signup/attributedialog.h"

#include <QLabel>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace poolscope::ui {

AttributeRows::AttributeRows(Form &form, auth::UserPoolAccess &access, QWidget *parent)
    : QObject(parent)
    , m_form(form)
    , m_access(access)
    , m_parent(parent)
    , m_add(new LinkButton(tr("&Add attribute"), parent))
    , m_menu(new QMenu(m_add))
{
    m_add->setObjectName(QStringLiteral("signup.addAttribute"));
    m_add->setQuiet(true);
    m_add->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &AttributeRows::fillMenu);
}

void AttributeRows::applySettings()
{
    const QList<auth::AttributeSpec> asked = auth::signUpAttributes(m_access.settings()).asked;
    const QStringList shown = m_fields.keys();
    for (const QString &name : shown) {
        const bool wanted = std::any_of(asked.cbegin(), asked.cend(),
                                        [&name](const auth::AttributeSpec &spec) { return spec.name == name; });
        if (wanted || !m_fields.value(name)->text().isEmpty())
            continue;
        m_form.removeRow(m_fields.take(name));
    }
    for (const auth::AttributeSpec &spec : asked)
        add(spec);
    fill();
    emit rowsChanged();
}

// Those that the pool does not ask for get their rows once its settings are there, or do not come.
void AttributeRows::fill()
{
    using State = auth::PoolSettings::State;
    const State state = m_access.settings().state;
    const bool mayCome = state == State::NotAsked || state == State::Loading;
    const QMap<QString, QString> unplaced = std::exchange(m_unplaced, {});
    for (auto value = unplaced.cbegin(); value != unplaced.cend(); ++value) {
        if (!mayCome)
            add(auth::attributeSpec(m_access.settings(), value.key()));
        if (AttributeField *field = m_fields.value(value.key()))
            field->setText(value.value());
        else
            m_unplaced.insert(value.key(), value.value());
    }
}

void AttributeRows::add(const auth::AttributeSpec &spec)
{
    if (m_fields.contains(spec.name))
        return;
    auto *field = new AttributeField(spec, m_parent);
    const QString label = spec.required ? spec.label : tr("%1 (optional)").arg(spec.label);
    m_labels.append(m_form.addRow(label, field));
    m_fields.insert(spec.name, field);
    connect(field, &QLineEdit::textEdited, this, [this, field] { m_form.clearError(field); });
    connect(field, &QLineEdit::editingFinished, this, [this, field] {
        if (!field->value().isEmpty() && !field->problem().isEmpty())
            m_form.setError(field, field->problem());
    });
    connect(field, &QLineEdit::returnPressed, this, &AttributeRows::submitted);
}

void AttributeRows::addAndFocus(const auth::AttributeSpec &spec)
{
    add(spec);
    emit rowsChanged();
    AttributeField *field = m_fields.value(spec.name);
    field->show(); // the window is not active again yet: a hidden field would not get the focus then
    field->setFocus();
}

void AttributeRows::fillMenu()
{
    m_menu->clear();
    const QList<auth::AttributeSpec> others = auth::signUpAttributes(m_access.settings()).others;
    for (const auth::AttributeSpec &spec : others) {
        if (!m_fields.contains(spec.name))
            m_menu->addAction(spec.label, this, [this, spec] { addAndFocus(spec); });
    }
    m_menu->addSeparator();
    m_menu->addAction(tr("Another…"), this, &AttributeRows::askForName);
}

void AttributeRows::askForName()
{
    auto *dialog = new AttributeDialog(m_parent);
    connect(dialog, &AttributeDialog::chosen, this,
            [this](const QString &name) { addAndFocus(auth::attributeSpec(m_access.settings(), name)); });
    dialog->open();
}

QMap<QString, QString> AttributeRows::values() const
{
    QMap<QString, QString> values = m_unplaced;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        values.insert(field.key(), field.value()->value());
    return values;
}

void AttributeRows::setValues(const QMap<QString, QString> &values)
{
    m_unplaced = values;
    m_unplaced.removeIf([](QMap<QString, QString>::iterator attribute) { return attribute.value().isEmpty(); });
    fill();
    emit rowsChanged();
}

void AttributeRows::clear()
{
    m_unplaced.clear();
    for (AttributeField *field : std::as_const(m_fields))
        field->clear();
}

QList<QLabel *> AttributeRows::labels() const
{
    QList<QLabel *> labels;
    for (const QPointer<QLabel> &label : m_labels) {
        if (label)
            labels.append(label);
    }
    return labels;
}

QWidget *AttributeRows::field(const QString &name) const
{
    return m_fields.value(name);
}

QWidget *AttributeRows::fieldMeantBy(const Error &error) const
{
    QStringList sent;
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        if (!field.value()->value().isEmpty())
            sent << field.key();
    }
    return field(diagnosis::attributeIn(error, sent, m_fields.keys()));
}

bool AttributeRows::showProblems()
{
    bool found = false;
    for (AttributeField *field : std::as_const(m_fields)) {
        const QString problem = field->problem();
        if (problem.isEmpty())
            continue;
        m_form.setError(field, problem);
        found = true;
    }
    return found;
}

} // namespace poolscope::ui
