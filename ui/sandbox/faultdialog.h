#pragma once

#include "sandbox/control/faults.h"

#include <QDialog>

class QComboBox;
class QListWidget;
class QSpinBox;

namespace poolscope::sandbox {
class Sandbox;
}

namespace poolscope::ui {

class Form;

// Turns one fault on: what happens, how late, to which operations, how often. Opened, never exec'd.
class FaultDialog final : public QDialog
{
    Q_OBJECT

public:
    // The sandbox outlives the dialog.
    explicit FaultDialog(sandbox::Sandbox &sandbox, QWidget *parent = nullptr);

private:
    void buildFields();
    void addKinds();
    void buildOperations();
    QWidget *buildButtons();
    bool choosesOperations() const;
    QStringList chosenOperations() const;
    sandbox::Fault fault() const;
    void add();

    sandbox::Sandbox &m_sandbox;
    Form *m_form = nullptr;
    QComboBox *m_kind = nullptr;
    QSpinBox *m_delay = nullptr;
    int m_suggested = 0; // of the delay, milliseconds
    QComboBox *m_scope = nullptr;
    QListWidget *m_operations = nullptr;
    QSpinBox *m_times = nullptr;
};

} // namespace poolscope::ui
