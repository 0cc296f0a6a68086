#include "ui/sandbox/faultdialog.h"

#include "sandbox/sandbox.h"
#include "ui/common/buttons.h"
#include "ui/common/form.h"
#include "ui/common/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace poolscope::ui {

namespace {

constexpr int suggestedDelayMs = 2'000;
constexpr int operationsInSight = 8; // without scrolling
constexpr int fieldsWidth = 472;

} // namespace

FaultDialog::FaultDialog(sandbox::Sandbox &sandbox, QWidget *parent)
    : QDialog(parent)
    , m_sandbox(sandbox)
{
    setObjectName(QStringLiteral("faultDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a fault"));
    auto *column = new QVBoxLayout(this);
    column->setSizeConstraint(
        QLayout::SetFixedSize); // it grows with the list and what is wrong, and nothing is squeezed
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    column->addWidget(
        mutedLabel(tr("Every program that calls this sandbox meets it, this window too. Faults are off when "
                      "the program starts again."),
                   this));
    buildFields();
    column->addWidget(m_form);
    column->addWidget(buildButtons());
    m_kind->setFocus();
}

void FaultDialog::buildFields()
{
    m_form = new Form(this);
    m_form->setMinimumWidth(fieldsWidth);
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("fault.kind"));
    addKinds();
    m_form->addRow(tr("&What happens"), m_kind);
    m_delay = new QSpinBox(this);
    m_delay->setObjectName(QStringLiteral("fault.delay"));
    m_delay->setRange(0, sandbox::Fault::maximumDelayMs);
    m_delay->setSingleStep(500);
    m_delay->setSuffix(tr(" ms"));
    m_suggested = suggestedDelayMs;
    m_delay->setValue(m_suggested);
    m_form->addRow(tr("&Delay"), m_delay);
    buildOperations();
    m_times = new QSpinBox(this);
    m_times->setObjectName(QStringLiteral("fault.times"));
    m_times->setRange(0, sandbox::Fault::maximumTimes);
    m_times->setSpecialValueText(tr("until it is turned off"));
    m_form->addRow(tr("&How often"), m_times,
                   tr("For so many requests, then it is over. 0: for all, until it is turned off."));
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const int suggested = fault().kind == sandbox::Fault::Kind::Delay ? suggestedDelayMs : 0;
        if (m_delay->value() == std::exchange(m_suggested, suggested)) // else somebody wants what stands there
            m_delay->setValue(suggested);
        m_form->clearErrors();
    });
}

void FaultDialog::addKinds()
{
    using Kind = sandbox::Fault::Kind;
    const auto add = [this](const QString &text, Kind kind) { m_kind->addItem(text, QVariant(int(kind))); };
    add(tr("The answer comes late"), Kind::Delay);
    add(QStringLiteral("TooManyRequestsException"), Kind::TooManyRequests);
    add(QStringLiteral("InternalErrorException (HTTP 500)"), Kind::InternalError);
    add(tr("The connection is cut, and nothing is done"), Kind::Cut);
    add(tr("The request is carried out, but its answer is lost"), Kind::LostAnswer);
}

void FaultDialog::buildOperations()
{
    m_scope = new QComboBox(this);
    m_scope->setObjectName(QStringLiteral("fault.scope"));
    m_scope->addItem(tr("Every operation"));
    m_scope->addItem(tr("Only these operations"));
    m_form->addRow(tr("&Operations"), m_scope);
    m_operations = new QListWidget(this);
    m_operations->setObjectName(QStringLiteral("fault.operations"));
    m_operations->setAccessibleName(tr("Operations"));
    m_operations->setMinimumHeight(operationsInSight * (fontMetrics().lineSpacing() + 4));
    const QStringList names = sandbox::simulatedOperations();
    for (const QString &name : names) {
        auto *item = new QListWidgetItem(name, m_operations);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_operations->sortItems();
    m_operations->setCurrentRow(0);
    m_form->addBelow(m_operations);
    m_operations->hide();
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        m_operations->setVisible(choosesOperations());
        m_form->clearError(m_scope);
    });
    connect(m_operations, &QListWidget::itemChanged, this, [this] { m_form->clearError(m_scope); });
}

QWidget *FaultDialog::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins({});
    auto *cancel = new QPushButton(tr("Cancel"), buttons);
    cancel->setObjectName(QStringLiteral("fault.cancel"));
    cancel->setAutoDefault(false);
    auto *turnOn = new PrimaryButton(tr("Turn it on"), buttons);
    turnOn->setObjectName(QStringLiteral("fault.add"));
    turnOn->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(turnOn);
    connect(turnOn, &QPushButton::clicked, this, &FaultDialog::add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

bool FaultDialog::choosesOperations() const
{
    return m_scope->currentIndex() == 1;
}

QStringList FaultDialog::chosenOperations() const
{
    QStringList names;
    for (int row = 0; choosesOperations() && row < m_operations->count(); ++row) {
        if (m_operations->item(row)->checkState() == Qt::Checked)
            names << m_operations->item(row)->text();
    }
    return names;
}

sandbox::Fault FaultDialog::fault() const
{
    sandbox::Fault fault;
    fault.kind = sandbox::Fault::Kind(m_kind->currentData().toInt());
    fault.delayMs = m_delay->value();
    fault.operations = chosenOperations();
    if (m_times->value() > 0)
        fault.times = m_times->value();
    return fault;
}

void FaultDialog::add()
{
    m_form->clearErrors();
    const sandbox::Fault wanted = fault();
    if (wanted.kind == sandbox::Fault::Kind::Delay && wanted.delayMs == 0)
        m_form->setError(m_delay, tr("A late answer needs a delay of at least 1 ms."));
    if (choosesOperations() && wanted.operations.isEmpty())
        m_form->setError(m_scope, tr("Tick at least one operation."));
    if (!m_form->hasErrors() && !m_sandbox.addFault(wanted))
        m_form->setError(m_kind, tr("The sandbox takes no more faults. Turn those off that are on, then try again."));
    if (m_form->hasErrors())
        m_form->focusFirstError();
    else
        accept();
}

} // namespace poolscope::ui
