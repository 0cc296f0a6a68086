#include "ui/fields/advancedrows.h"

#include "ui/common/buttons.h"
#include "ui/common/form.h"
#include "ui/fields/pairsedit.h"

#include <utility>

namespace poolscope::ui {

AdvancedRows::AdvancedRows(Form &form, QString prefix)
    : m_form(form)
    , m_prefix(std::move(prefix))
    , m_switch(new LinkButton(tr("Ad&vanced"), &form))
{
    m_switch->setObjectName(m_prefix + QStringLiteral(".advanced"));
    m_switch->setQuiet(true);
    m_switch->setCheckable(true);
    form.addBelow(m_switch);
}

PairsEdit *AdvancedRows::add(const QString &id, const QString &label, const QString &hint)
{
    auto *edit = new PairsEdit(label, &m_form);
    edit->setObjectName(m_prefix + u'.' + id);
    m_labels += m_form.addRow(label, edit, hint);
    m_form.setRowVisible(edit, false);
    QObject::connect(m_switch, &QPushButton::toggled, &m_form,
                     [form = &m_form, edit](bool shown) { form->setRowVisible(edit, shown); });
    return edit;
}

PairsEdit *AdvancedRows::addClientMetadata()
{
    return add(QStringLiteral("clientMetadata"), tr("Client metadata"), tr("Goes to the triggers."));
}

} // namespace poolscope::ui
